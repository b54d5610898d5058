import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { articlePath, hotThisWeekDataPath, hotThisWeekPath, readsPath } from '#lib/rules/links'

const site = resolve(import.meta.dirname, '../.data/test/life/site')
const servers = ['http://localhost:3216', 'http://localhost:3217'] as const
const redisPort = '3218'
const running: ChildProcess[] = []
let redis: ChildProcess

const start = (command: string, args: string[], env: Record<string, string> = {}) => {
  const child = spawn(command, args, { cwd: site, env: { ...process.env, ...env }, stdio: 'ignore' })
  running.push(child)
  return child
}
const startRedis = () => start(process.env.REDIS_SERVER ?? 'redis-server', ['--port', redisPort, '--save', ''])

test.beforeAll(async () => {
  redis = startRedis()
  for (const server of servers) {
    const env = { REDIS_URL: `redis://localhost:${redisPort}`, TRUSTED_PROXIES: '1', HOSTNAME: 'localhost' }
    start('node', ['server.js'], { ...env, PORT: new URL(server).port, DATA_DIR: `${site}/../data-of-several` })
  }
  for (const server of servers) await expect(async () => expect((await fetch(server)).status).toBe(200)).toPass()
})

test.afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

/**
 * Reports a read as a proxy forwards it: the client's own `X-Forwarded-For`, then the client's address as the proxy
 * sees it.
 */
async function report(server: string, slug: string, address: string, browser = 1) {
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': `Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.${browser}`,
    'X-Forwarded-For': `8.8.8.8, ${address}`,
  }
  const post = () => fetch(server + readsPath, { method: 'POST', headers, body: JSON.stringify({ slug }) })
  // The server may close a connection just when the client reuses it.
  const response = await post().catch(post)
  expect(response.status).toBe(204)
}

async function getHot(server: string): Promise<{ slug: string; reads: number; score: number }[]> {
  return (await (await fetch(server + hotThisWeekDataPath)).json()).stories
}

const readsOf = async (server: string, slug: string) =>
  (await getHot(server)).find((story) => story.slug === slug)?.reads

test('two servers share one count and one list, limit a flood, and survive the loss of Redis', async ({ page }) => {
  test.setTimeout(300_000)
  const [one, two] = servers
  for (const reader of [1, 2, 3]) await report(one, 'many-3', `192.0.2.${reader}`)
  for (const reader of [3, 4, 5]) await report(two, 'many-3', `192.0.2.${reader}`)
  const flood = Array.from({ length: 10_000 }, (_, index) => index)
  while (flood.length > 0) {
    const posts = flood.splice(-50)
    await Promise.all(posts.map((index) => report(servers[index % 2 ? 0 : 1], 'many-4', '192.0.2.99', index)))
  }
  for (const server of servers) await expect.poll(() => readsOf(server, 'many-3'), { timeout: 70_000 }).toBe(5)
  expect(await readsOf(one, 'many-4')).toBe(20)
  expect(await getHot(one)).toEqual(await getHot(two))

  redis.kill('SIGKILL')
  await once(redis, 'exit')
  for (const path of ['/', articlePath('many-3'), hotThisWeekPath]) {
    expect((await page.goto(one + path))?.status(), path).toBe(200)
  }
  await report(one, 'many-5', '192.0.2.1')
  expect(await readsOf(one, 'many-3')).toBe(5)

  redis = startRedis()
  await expect
    .poll(
      async () => {
        await report(two, 'many-6', '192.0.2.1')
        return readsOf(two, 'many-6')
      },
      { timeout: 140_000, intervals: [2000] },
    )
    .toBe(1)
})
