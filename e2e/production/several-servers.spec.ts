import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { findPort } from '#lib/tools/testing/find-port'
import { runProgram } from '#lib/tools/testing/run-program'
import { emptyFolder } from '#lib/tools/testing/start-site'
import { startNginx } from './nginx'
import { getHealth, readsOf, reportRead, type Site, startSite } from './site'

/** Two servers with one Redis, behind nginx. `restart` restarts one after the other. */
async function startServers() {
  const [redisPort, ...ports] = await Promise.all(Array.from({ length: 3 }, findPort))
  const options = ['--port', `${redisPort}`, '--save', '', '--bind', '127.0.0.1']
  const redis = runProgram(process.env.REDIS_SERVER ?? 'redis-server', options)
  const env = { REDIS_URL: `redis://127.0.0.1:${redisPort}`, TRUSTED_PROXIES: '1' }
  const start = (port: number) => startSite({ port, env })
  const servers: Site[] = await Promise.all(ports.map(start))
  const nginx = await startNginx(ports.map((port) => `127.0.0.1:${port}`))
  return {
    servers,
    front: nginx.url,
    async restart() {
      for (const [place, server] of servers.entries()) {
        const { code, ms } = await server.stop('SIGTERM')
        expect(code).toBe(0)
        expect(ms).toBeLessThan(10_000)
        servers[place] = await start(server.port)
        await expect.poll(async () => (await getHealth(server.url)).ready).toBe(true)
      }
    },
    async stop() {
      await nginx.stop()
      await Promise.all(servers.map((server) => server.stop()))
      redis.child.kill()
    },
  }
}

test('a rolling restart under load answers every request; the servers share one count', async () => {
  const { servers, front, restart, stop } = await startServers()
  for (const reader of ['1', '2', '3']) await reportRead(servers[0]?.url ?? '', 'quoted', reader)
  for (const reader of ['3', '4', '5']) await reportRead(servers[1]?.url ?? '', 'quoted', reader)

  // Each request has a different address, so that nginx must ask a server each time.
  const asks = `local n = 0
    request = function() n = n + 1; return wrk.format("GET", "/articles/quoted?" .. n) end`
  const script = `${emptyFolder()}/ask-anew.lua`
  writeFileSync(script, asks)
  const load = runProgram(process.env.WRK ?? 'wrk', ['-t1', '-c16', '-d24s', '--timeout', '10s', '-s', script, front])
  const isOver = once(load.child, 'exit')
  await restart()
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
  await stop()
})

test('reads during a rolling restart are all counted, once', async () => {
  const { servers, front, restart, stop } = await startServers()
  let isOver = false
  const restarted = restart().finally(() => {
    isOver = true
  })
  let reports = 0
  // One address counts for a story at most 20 times, and 200 times in total.
  for (; !isOver && reports < 200; reports++) {
    expect((await reportRead(front, `many-${1 + (reports % 40)}`, `${reports}`)).status).toBe(204)
    await setTimeout(100)
  }
  await restarted
  expect(reports).toBeGreaterThan(40)
  const total = async ({ url }: Site) => {
    const { stories } = await (await fetch(`${url}/api/hot-this-week`)).json()
    return stories.reduce((sum: number, { reads }: { reads: number }) => sum + reads, 0)
  }
  // Reads are counted once a minute.
  await expect.poll(() => Promise.all(servers.map(total)), { timeout: 70_000 }).toEqual([reports, reports])
  await stop()
})
