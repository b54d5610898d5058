import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { findPort } from '#lib/tools/testing/find-port'
import { runProgram } from '#lib/tools/testing/run-program'
import { emptyFolder } from '#lib/tools/testing/start-site'
import { publishCopy } from './publish-copy'
import { builtSite, getHealth, readsOf, reportRead, type Site, startSite } from './site'

const env = { WEB_CONCURRENCY: '2', TRUSTED_PROXIES: '1', METRICS_TOKEN: 'a-token-for-metrics' }

/** Uses a new connection for each request, because connections are assigned to the processes in turns. */
const ask = (site: Site, path: string, headers: Record<string, string> = {}) =>
  fetch(site.url + path, { headers: { Connection: 'close', ...headers } })

const metricsOf = async (site: Site) =>
  (await ask(site, '/api/metrics', { Authorization: 'Bearer a-token-for-metrics' })).text()

/** The processes that a server has started. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)

test('two processes on one port share one count, one hot list and one limit per client', async () => {
  test.setTimeout(120_000)
  const site = await startSite({ env: { ...env, PREVIEW_SECRET: 'a-long-enough-secret' } })
  expect(childrenOf(site.pid).length).toBe(2)
  await expect.poll(site.log).toContainEqual(expect.objectContaining({ message: 'ready', processes: 2 }))
  for (let reader = 0; reader < 20; reader++) await reportRead(site.url, 'quoted', `${reader % 10}`)
  // Reads are counted once a minute.
  await expect.poll(() => readsOf(site.url, 'quoted'), { timeout: 70_000 }).toBe(10)
  for (const path of ['/api/hot-this-week', '/hot-this-week', '/articles/moved']) {
    const answers = await Promise.all(Array.from({ length: 8 }, async () => (await ask(site, path)).text()))
    expect(new Set(answers).size, path).toBe(1)
  }
  const statuses: number[] = []
  for (let attempt = 0; attempt < 26; attempt++) {
    const client = { 'X-Forwarded-For': '192.0.2.1' }
    statuses.push((await ask(site, '/api/preview?secret=wrong&slug=draft', client)).status)
  }
  expect(statuses.filter((status) => status === 401).length, statuses.join()).toBeLessThan(24)
  expect(statuses.filter((status) => status === 401).length).toBeGreaterThanOrEqual(20)
  expect((await ask(site, '/api/preview?secret=wrong&slug=draft', { 'X-Forwarded-For': '192.0.2.2' })).status).toBe(401)
  await site.stop('SIGTERM')
})

test('a process that starts later also counts the reads of earlier hours', async () => {
  const DATA_DIR = emptyFolder()
  const settings = { ...env, DATA_DIR }
  const file = `${emptyFolder()}/ahead`
  const node = ['--import', new URL('../clock.mjs', import.meta.url).pathname]
  writeFileSync(file, '0')
  const before = await startSite({ env: { DATA_DIR, CLOCK_FILE: file }, node })
  for (let reader = 0; reader < 5; reader++) await reportRead(before.url, 'quoted', `${reader}`)
  expect((await before.stop('SIGINT')).code).toBe(0)
  writeFileSync(file, String(5 * 3_600_000))
  const site = await startSite({ env: { ...settings, CLOCK_FILE: file }, node })
  const counts = () => Promise.all(Array.from({ length: 4 }, () => readsOf(site.url, 'quoted')))
  await expect.poll(counts).toEqual([5, 5, 5, 5])
  const [first = 0] = childrenOf(site.pid)
  process.kill(first, 'SIGKILL')
  await expect.poll(() => childrenOf(site.pid).filter((pid) => pid !== first).length).toBe(2)
  await setTimeout(1500)
  const hot = async () => (await ask(site, '/api/hot-this-week')).text()
  expect(new Set(await Promise.all(Array.from({ length: 8 }, hot))).size).toBe(1)
  expect(await counts()).toEqual([5, 5, 5, 5])
  await site.stop('SIGTERM')
})

test('metrics are those of all processes', async () => {
  const site = await startSite({ env })
  for (let time = 0; time < 10; time++) await ask(site, '/articles/quoted')
  await reportRead(site.url, 'quoted')
  const text = await metricsOf(site)
  expect(text).toContain('dateline_requests_total{kind="article",status="200"} 10')
  expect(text).toContain('dateline_reads_taken_total 1')
  expect(text).toMatch(/\nprocess_resident_memory_bytes \d+/)
  await site.stop('SIGTERM')
})

test('on SIGTERM all processes answer pending requests, write their reads, and exit with 0', async () => {
  const DATA_DIR = emptyFolder()
  const site = await startSite({ env: { ...env, DATA_DIR } })
  const children = childrenOf(site.pid)
  const body = JSON.stringify({ slug: 'quoted' })
  const slow = await Promise.all(
    ['11', '12', '13', '14'].map(async (reader) => {
      const socket = connect(site.port, '127.0.0.1')
      let answer = ''
      socket.on('data', (text) => (answer += text))
      socket.write(
        `POST /api/reads HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nUser-Agent: Mozilla/5.0 Firefox/${reader}\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
      )
      await once(socket, 'connect')
      return { finish: () => socket.write(body.slice(5)), isOver: once(socket, 'close'), answer: () => answer }
    }),
  )
  for (const reader of ['1', '2', '3']) await reportRead(site.url, 'quoted', reader)
  const stopped = site.stop('SIGTERM')
  await expect.poll(async () => (await getHealth(site.url)).status).toBe('draining')
  await setTimeout(2500)
  await expect(ask(site, '/latest'), 'no more is taken').rejects.toThrow()
  for (const { finish } of slow) finish()
  await Promise.all(slow.map(({ isOver }) => isOver))
  expect(slow.map(({ answer }) => answer().split('\r\n')[0])).toEqual(Array(4).fill('HTTP/1.1 204 No Content'))
  const { code, ms } = await stopped
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  for (const pid of children) expect(() => process.kill(pid, 0), 'no process is left').toThrow()
  const next = await startSite({ env: { DATA_DIR } })
  await expect.poll(() => readsOf(next.url, 'quoted')).toBe(7)
  await next.stop()
})

test('a killed process is replaced, even twice in a row, while the other one answers', async () => {
  const site = await startSite({ env })
  await setTimeout(1500)
  const [first = 0] = childrenOf(site.pid)
  process.kill(first, 'SIGKILL')
  await expect.poll(() => childrenOf(site.pid).filter((pid) => pid !== first).length).toBe(2)
  const second = childrenOf(site.pid).at(-1) ?? 0
  process.kill(second, 'SIGKILL')
  await expect.poll(() => childrenOf(site.pid).filter((pid) => pid !== second).length).toBe(2)
  await expect.poll(async () => (await ask(site, '/latest').catch(() => undefined))?.status).toBe(200)
  const [line] = site.log().filter(({ level }) => level === 'error')
  expect(line).toMatchObject({ message: expect.stringContaining('is replaced'), signal: 'SIGKILL' })
  await setTimeout(1500)
  for (let time = 0; time < 8; time++) expect((await ask(site, '/latest')).status).toBe(200)
  await site.stop('SIGTERM')
})

test('all processes switch to newly published content at the same moment', async () => {
  const DATA_DIR = emptyFolder()
  const site = await startSite({ env: { ...env, DATA_DIR } })
  const snapshot = async () => (await (await ask(site, '/api/health')).json()).content.generation as string
  expect(await snapshot()).toBe('built')
  publishCopy(DATA_DIR)
  const seen: string[] = []
  for (let time = 0; time < 2000 && seen.filter((id) => id !== 'built').length < 50; time++) {
    seen.push(await snapshot())
    await setTimeout(5)
  }
  const [first] = seen.filter((id) => id !== 'built')
  expect(first).toMatch(/^\d{4}-/)
  expect(seen.slice(seen.indexOf(first ?? '')).filter((id) => id !== first)).toEqual([])
  expect(site.log().filter(({ message }) => message === 'snapshot').length).toBeGreaterThanOrEqual(2)
  await site.stop('SIGTERM')
})

test('processes that lose their parent exit and free the port', async () => {
  const site = await startSite({ env })
  const children = childrenOf(site.pid)
  await site.stop('SIGKILL')
  await expect.poll(() => children.filter((pid) => isAlive(pid)).length).toBe(0)
  await expect(fetch(site.url)).rejects.toThrow()
})

test('a server whose port is taken says so and exits', async () => {
  const site = await startSite()
  for (const processes of ['1', '2']) {
    const settings = {
      WEB_CONCURRENCY: processes,
      PORT: `${site.port}`,
      HOSTNAME: '127.0.0.1',
      DATA_DIR: emptyFolder(),
    }
    const { child, said } = runProgram(process.execPath, ['server.js'], { env: settings, folder: builtSite })
    await once(child, 'close')
    expect([processes, child.exitCode]).toEqual([processes, 1])
    expect(said()).toContain('EADDRINUSE')
  }
  await site.stop()
})

test('an invalid number of processes is refused', async () => {
  for (const WEB_CONCURRENCY of ['0', 'two', '-1', '1000']) {
    const settings = { WEB_CONCURRENCY, PORT: `${await findPort()}`, DATA_DIR: emptyFolder() }
    const { status, stderr } = spawnSync(process.execPath, ['server.js'], {
      cwd: builtSite,
      env: { ...process.env, ...settings },
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([1, expect.stringContaining('WEB_CONCURRENCY')])
  }
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
