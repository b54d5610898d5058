import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { serverState } from './server-state'

/** An answered request, without anything of who asked: neither address nor query. */
export type AnsweredRequest = { method: string; path: string; status: number; seconds: number }

/** Longer addresses are cut where they are told. */
const longestPath = 300

/** What nginx calls a request whose client did not wait for the answer. */
const clientGone = 499

/** Tells of every request of this process, once its answer is out or its client gone. */
export function watchRequests(tell: (answered: AnsweredRequest) => void): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const begun = performance.now()
    serverState.underway++
    const { method = '', url = '' } = request
    response.once('close', () => {
      serverState.underway--
      const [path = ''] = url.split('?', 1)
      const status = response.writableFinished ? response.statusCode : clientGone
      const seconds = (performance.now() - begun) / 1000
      tell({ method, path: path.slice(0, longestPath), status, seconds })
    })
  })
}
