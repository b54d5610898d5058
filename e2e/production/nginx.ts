import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { findPort } from '#lib/tools/testing/find-port'
import { endProgram, runProgram } from '#lib/tools/testing/run-program'
import { waitFor } from '#lib/tools/testing/start-site'
import { repository } from './site'

/**
 * Runs nginx with `deploy/nginx.conf` in front of sites such as `127.0.0.1:3000`. `noted` is its error log, `folder`
 * the folder where it writes.
 */
export async function startNginx(sites: string[], ...clock: string[]) {
  const port = await findPort()
  const args = ['--import', 'tsx', 'lib/tools/testing/nginx.ts', `${port}`, sites.join(','), ...clock]
  // If it were killed at once, it could not stop nginx.
  const { child, said } = runProgram(process.execPath, args, { folder: repository, lastSignal: 'SIGTERM' })
  const url = `http://127.0.0.1:${port}`
  await waitFor(url, () => child.exitCode === null, said)
  const folder = join(repository, '.data/nginx', `${port}`)
  return {
    url,
    port,
    folder,
    noted: () => said() + readFileSync(join(folder, 'error.log'), 'utf8'),
    stop: () => endProgram(child, 'SIGTERM'),
  }
}

/**
 * Runs nginx in front of a site that answers as a test says, and that may stop and restart. `get` returns what a reader
 * gets. With `$http_x_clock` as the clock, nginx takes the time from a request header.
 */
export async function standBefore(answer: RequestListener, ...clock: string[]) {
  const port = await findPort()
  const site = createServer(answer)
  const comeBack = () => once(site.listen(port, '127.0.0.1'), 'listening')
  const leave = async () => {
    site.close()
    site.closeAllConnections()
    await once(site, 'close')
  }
  await comeBack()
  const nginx = await startNginx([`127.0.0.1:${port}`], ...clock)
  return {
    leave,
    comeBack,
    port: nginx.port,
    async get(path: string, headers: Record<string, string> = {}) {
      const response = await fetch(nginx.url + path, { headers })
      return { status: response.status, kept: response.headers.get('x-cache'), text: await response.text() }
    },
    async stop() {
      await nginx.stop()
      if (site.listening) await leave()
    },
  }
}
