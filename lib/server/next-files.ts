import { readdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { join } from 'node:path'

/** No browser's name is longer. */
const maxUserAgentLength = 512

/** Next answers 307 or 500 to requests with these, which ask for a page's data or for a part of a file. */
const troublesome = ['rsc', 'range', 'if-range', 'if-match', 'if-unmodified-since']

const icons = ['/icon.svg', '/apple-icon.png', '/favicon.ico']

/**
 * Next itself, through its custom server, for what only it serves: the icons in `app/`, and what a build leaves below
 * `/_next/static/`, which no page uses. It is loaded by `start`, once our server answers: pages do not wait for it.
 */
export function openNext(dir: string) {
  const files = new Set([...icons, ...listStatic(dir)])
  let handler: Promise<RequestListener> | undefined
  const start = () => {
    handler ??= load(dir)
    return handler
  }
  return {
    start,
    isNextFile: (path: string) => files.has(path),
    next: async (request: IncomingMessage, response: ServerResponse) => {
      // Next matches this header against expressions whose time grows with the square of its length.
      const { headers } = request
      if (headers['user-agent']) headers['user-agent'] = headers['user-agent'].slice(0, maxUserAgentLength)
      for (const name of troublesome) delete headers[name]
      await (await start())(request, response)
    },
  }
}

async function load(dir: string): Promise<RequestListener> {
  const { default: next } = await import('next')
  // Next listens for offers of other protocols on the server it is given; this one never gets any.
  const app = next({ dev: false, dir, quiet: true, httpServer: createServer() })
  await app.prepare()
  return app.getRequestHandler()
}

function listStatic(dir: string): string[] {
  const folder = join(dir, '.next/static')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/_next/static${join(entry.parentPath, entry.name).slice(folder.length)}`)
}
