import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { expect, test } from '@playwright/test'
import { findPort } from '#lib/tools/testing/find-port'
import { runProgram } from '#lib/tools/testing/run-program'
import { allFine, getHealth, readsOf, reportRead, startSite, statusesOf } from './site'

const startRedis = async (port: number) => {
  const redis = runProgram(process.env.REDIS_SERVER ?? 'redis-server', [
    '--port',
    `${port}`,
    '--save',
    '',
    '--bind',
    '127.0.0.1',
  ])
  await expect.poll(redis.said).toContain('Ready to accept')
  return redis.child
}

const away = { status: 'degraded', ready: true, reads: { store: 'redis', reachable: false } }
const back = { status: 'ok', ready: true, reads: { store: 'redis', reachable: true }, degraded: [] }

test('a server works while Redis is missing at the start, appears, disappears and returns', async () => {
  const port = await findPort()
  const REDIS_URL = `redis://127.0.0.1:${port}`
  const live = await startSite({ env: { REDIS_URL } })
  await expect.poll(() => getHealth(live.url)).toMatchObject(away)
  expect((await fetch(`${live.url}/api/health`)).status, 'a server without counts is ready').toBe(200)
  expect(await statusesOf(live.url)).toEqual(allFine)
  expect((await reportRead(live.url, 'quoted')).status).toBe(204)

  const redis = await startRedis(port)
  await expect.poll(() => getHealth(live.url)).toMatchObject(back)
  await reportRead(live.url, 'many-1')
  redis.kill('SIGKILL')
  await once(redis, 'exit')
  await expect.poll(() => getHealth(live.url)).toMatchObject(away)
  expect(await statusesOf(live.url)).toEqual(allFine)

  const again = await startRedis(port)
  await expect.poll(() => getHealth(live.url)).toMatchObject(back)
  const told = live.log().map(({ message }) => message)
  expect(told.filter((message) => message.startsWith('Reads are not counted')).length).toBe(2)
  expect(told.filter((message) => message === 'Reads are counted again.').length).toBe(2)
  await live.stop()
  again.kill()
})

test('a slow Redis slows no page, and its counts arrive', async () => {
  const [port, slowPort] = await Promise.all([findPort(), findPort()])
  const redis = await startRedis(port)
  const slow = createServer((client) => {
    const server = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on('data', (bytes) => setTimeout(() => to.writable && to.write(bytes), 250))
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
    }
  }).listen(slowPort, '127.0.0.1')
  const site = await startSite({ env: { REDIS_URL: `redis://127.0.0.1:${slowPort}` } })
  await expect.poll(() => getHealth(site.url)).toMatchObject({ reads: { reachable: true } })
  await expect
    .poll(async () => (await reportRead(site.url, 'quoted')).status && readsOf(site.url, 'quoted'), { timeout: 70_000 })
    .toBe(1)
  const begun = performance.now()
  expect(await statusesOf(site.url)).toEqual(allFine)
  for (let time = 0; time < 20; time++) await reportRead(site.url, 'many-2', `${time}`)
  expect(performance.now() - begun, 'no page and no report waits for Redis').toBeLessThan(20 * 250)
  const { code, ms } = await site.stop('SIGTERM')
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  slow.close()
  redis.kill()
})

test('a Redis that never answers does not keep a server from starting, serving or exiting', async () => {
  const port = await findPort()
  const silent = createServer(() => {}).listen(port, '127.0.0.1')
  const site = await startSite({ env: { REDIS_URL: `redis://127.0.0.1:${port}` } })
  await expect.poll(() => getHealth(site.url)).toMatchObject(away)
  expect(await statusesOf(site.url)).toEqual(allFine)
  const { code, ms } = await site.stop('SIGTERM')
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  silent.close()
})
