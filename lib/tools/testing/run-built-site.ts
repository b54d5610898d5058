import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of the site that was built last, on a port that was free; `log` is all it has printed. */
export type BuiltSite = { url: string; log: () => string; stop: () => void }

/** Starts the built site and waits until it answers; throws what it printed when it does not within half a minute. */
export async function runBuiltSite(env: Record<string, string>): Promise<BuiltSite> {
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const server = spawn('node', ['server.js'], {
    cwd: '.next/standalone',
    env: { ...process.env, PORT: String(port), HOSTNAME: 'localhost', ...env },
  })
  let printed = ''
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk
    })
  }
  for (let tries = 0; tries < 300; tries++) {
    if (await fetch(`${url}/icon.svg`).catch(() => undefined)) {
      return { url, log: () => printed, stop: () => void server.kill() }
    }
    await new Promise((done) => setTimeout(done, 100))
  }
  server.kill()
  throw new Error(`The site does not start: ${printed}`)
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
