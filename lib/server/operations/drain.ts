import type { Server } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { getReadCounter } from '#lib/reads/count-reads'
import { flushLog, logNotice } from '#lib/runtime/log'
import { serverState } from './server-state'

/** For how many milliseconds a server still takes requests after `SIGTERM`, while its health tells proxies to look elsewhere. */
const noticeMs = 2000

/** After how many milliseconds requests that have not ended are cut off; a supervisor waits for ten seconds. */
const drainTimeoutMs = 7000

/** Ends the process with code 0 on `SIGTERM` and `SIGINT`, after its requests are answered and its reads written. */
export function drainOnSignals(server: Server): void {
  for (const [signal, wait] of [
    ['SIGTERM', noticeMs],
    ['SIGINT', 0],
  ] as const)
    process.on(signal, () => drain(server, signal, wait))
}

async function drain(server: Server, signal: string, wait: number): Promise<void> {
  if (serverState.isDraining) return
  serverState.isDraining = true
  logNotice('draining', { signal })
  // Whatever hangs, the process ends.
  const end = setTimeout(noticeMs + drainTimeoutMs).then(() => finish())
  await setTimeout(wait)
  await Promise.race([closeServer(server), setTimeout(drainTimeoutMs - wait)])
  await Promise.race([getReadCounter().close(new Date()), end])
  finish()
}

/** Takes no more connections, waits for the requests under way, and ends the connections that nobody uses. */
async function closeServer(server: Server): Promise<void> {
  server.close()
  while (serverState.underway > 0) await setTimeout(50)
  server.closeAllConnections()
}

function finish(): never {
  logNotice('stopped')
  flushLog()
  process.exit(0)
}
