import { readdirSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import next from 'next'

const icons = ['/icon.svg', '/apple-icon.png', '/favicon.ico']

/**
 * Next itself, as its custom server, for what only it serves: the icons in `app/`, and what a build leaves below
 * `/_next/static/`, which no page uses. It starts after the server does: pages do not wait for it.
 */
export function openNext(dir: string): { isNextFile: (path: string) => boolean; next: RequestListener } {
  const files = new Set([...icons, ...listStatic(dir)])
  // Next listens for offers of other protocols on the server it is given; this one never gets any.
  const app = next({ dev: false, dir, conf: { poweredByHeader: false }, quiet: true, httpServer: createServer() })
  const isReady = app.prepare()
  return {
    isNextFile: (path) => files.has(path),
    next: async (request, response) => {
      await isReady
      await app.getRequestHandler()(request, response)
    },
  }
}

function listStatic(dir: string): string[] {
  const folder = join(dir, '.next/static')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/_next/static${join(entry.parentPath, entry.name).slice(folder.length)}`)
}
