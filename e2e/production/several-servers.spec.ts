import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { emptyFolder, findPort, getHealth, readsOf, reportRead, run, type Site, startSite, waitFor } from './site'

const repository = resolve(import.meta.dirname, '../..')

test('a rolling restart under load answers every request; the servers have one count', async () => {
  const [redisPort, frontPort, ...ports] = await Promise.all(Array.from({ length: 4 }, findPort))
  const redis = run(process.env.REDIS_SERVER ?? 'redis-server', [
    '--port',
    `${redisPort}`,
    '--save',
    '',
    '--bind',
    '127.0.0.1',
  ])
  const env = { REDIS_URL: `redis://127.0.0.1:${redisPort}`, TRUSTED_PROXIES: '1' }
  const start = (port: number) => startSite({ port, env })
  const servers: Site[] = await Promise.all(ports.map(start))
  const sites = ports.map((port) => `127.0.0.1:${port}`).join(',')
  const nginx = run('npx', ['--no-install', 'tsx', 'lib/commands/nginx.ts', `${frontPort}`, sites], {}, repository)
  const front = `http://127.0.0.1:${frontPort}`
  await waitFor(front, () => nginx.child.exitCode === null, nginx.said)

  for (const reader of ['1', '2', '3']) await reportRead(servers[0]?.url ?? '', 'quoted', reader)
  for (const reader of ['3', '4', '5']) await reportRead(servers[1]?.url ?? '', 'quoted', reader)

  // An address of its own for each request, so that nginx has to ask a server each time.
  const asks = `local n = 0
    request = function() n = n + 1; return wrk.format("GET", "/articles/quoted?" .. n) end`
  const script = `${emptyFolder()}/ask-anew.lua`
  writeFileSync(script, asks)
  const load = run(process.env.WRK ?? 'wrk', ['-t1', '-c16', '-d24s', '--timeout', '10s', '-s', script, front])
  const isOver = once(load.child, 'exit')
  for (const [place, server] of servers.entries()) {
    const { code, ms } = await server.stop('SIGTERM')
    expect(code).toBe(0)
    expect(ms).toBeLessThan(10_000)
    servers[place] = await start(server.port)
    await expect.poll(async () => (await getHealth(server.url)).ready).toBe(true)
  }
  await isOver
  console.log(load.said())
  expect(load.said()).toMatch(/\d{4,} requests in/)
  expect(load.said()).not.toMatch(/Non-2xx|Socket errors/)

  const counts = () => Promise.all(servers.map(({ url }) => readsOf(url, 'quoted')))
  await expect.poll(counts).toEqual([5, 5])
  const bodies = await Promise.all(
    ['/hot-this-week', '/', '/articles/quoted'].map(async (path) =>
      Promise.all(servers.map(async ({ url }) => (await fetch(url + path)).text())),
    ),
  )
  for (const [one, two] of bodies) expect(one).toBe(two)
  nginx.child.kill()
  await Promise.all(servers.map((server) => server.stop()))
  redis.child.kill()
})
