import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { findPort } from '#lib/tools/testing/find-port'
import { builtSite, getHealth, reportRead, startSite } from './site'

test('health reports the state of a server to operators', async () => {
  const site = await startSite()
  const response = await fetch(`${site.url}/api/health`)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({
    status: 'ok',
    ready: true,
    version: JSON.parse(readFileSync(`${builtSite}/package.json`, 'utf8')).version,
    build: readFileSync(`${builtSite}/.next/BUILD_ID`, 'utf8'),
    upForSeconds: expect.any(Number),
    content: {
      generation: 'built',
      servingSince: expect.stringMatching(/^\d{4}-.*Z$/),
      ageSeconds: expect.any(Number),
    },
    reads: { store: 'sqlite', reachable: true },
    search: { index: true },
    dataDir: { writable: true },
    degraded: [],
  })
  const alive = await fetch(`${site.url}/api/health?live`)
  expect([alive.status, await alive.json()]).toEqual([200, { status: 'live', ready: true }])
  await site.stop()
})

test('metrics require the token', async () => {
  const site = await startSite({ env: { METRICS_TOKEN: 'open-sesame-twice' } })
  const ask = (authorization?: string) =>
    fetch(`${site.url}/api/metrics`, { headers: authorization ? { Authorization: authorization } : {} })
  for (const wrong of [
    undefined,
    'Bearer',
    'Bearer open-sesame',
    'Basic open-sesame-twice',
    'Bearer open-sesame-twice2',
  ]) {
    const response = await ask(wrong)
    expect([response.status, response.headers.get('www-authenticate')], wrong).toEqual([401, 'Bearer'])
    expect(await response.text()).not.toContain('dateline_')
  }
  for (let time = 0; time < 3; time++) await fetch(`${site.url}/articles/quoted`)
  await fetch(`${site.url}/articles/never-written`)
  await fetch(`${site.url}/articles/withdrawn`)
  await reportRead(site.url, 'quoted')
  const response = await ask('Bearer open-sesame-twice')
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const text = await response.text()
  for (const line of [
    'dateline_requests_total{kind="article",status="200"} 3',
    'dateline_requests_total{kind="article",status="404"} 1',
    'dateline_requests_total{kind="article",status="410"} 1',
    'dateline_requests_total{kind="metrics",status="401"} 5',
    'dateline_request_duration_seconds_count{kind="article"} 5',
    'dateline_pages_handed_out_total 2',
    'dateline_reads_taken_total 1',
    'dateline_read_store_failures_total 0',
    'dateline_errors_total 0',
  ])
    expect(text.split('\n')).toContain(line)
  expect(text).toMatch(/\ndateline_pages_printed_total [1-9]/)
  expect(text).toMatch(/\nprocess_resident_memory_bytes \d+/)
  expect(text).not.toContain('never-written')
  await site.stop()
})

test('without a token there are no metrics', async () => {
  const site = await startSite()
  const response = await fetch(`${site.url}/api/metrics`, { headers: { Authorization: 'Bearer ' } })
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('There is nothing at this address')
  await site.stop()
})

test('a request is logged as one line of JSON that contains nothing about the reader', async () => {
  const site = await startSite({ env: { TRUSTED_PROXIES: '1' } })
  const headers = {
    'X-Forwarded-For': '192.0.2.77',
    'User-Agent': 'A secret browser',
    Referer: 'https://elsewhere.example/',
  }
  const ask = (path: string) => fetch(site.url + path, { headers })
  await ask('/articles/quoted?utm_source=letter')
  await ask('/search?q=something+private')
  await ask('/never-written')
  await expect.poll(() => site.log().map(({ path }) => path)).toContain('/never-written')
  const requests = site.log().filter(({ path }) => path && path !== '/api/health')
  const [story] = requests
  expect(story).toEqual({
    ...{ time: expect.stringMatching(/^\d{4}-.*Z$/), level: 'info', message: 'request', method: 'GET' },
    ...{ path: '/articles/quoted', status: 200, ms: expect.any(Number) },
  })
  expect(requests.map(({ path, status }) => [path, status])).toEqual([
    ['/articles/quoted', 200],
    ['/search', 200],
    ['/never-written', 404],
  ])
  expect(site.said()).not.toMatch(/192\.0\.2\.77|127\.0\.0\.1"|secret browser|elsewhere|private|utm_source/)
  await site.stop()
})

test('neither health nor metrics nor logs contain a secret, whoever uses it', async () => {
  const site = await startSite({
    env: {
      METRICS_TOKEN: 'a-token-for-metrics',
      PREVIEW_SECRET: 'a-secret-for-drafts',
      REDIS_URL: `redis://somebody:a-password@127.0.0.1:${await findPort()}`,
    },
  })
  expect((await fetch(`${site.url}/api/preview?secret=a-secret-for-drafts&slug=draft`)).status).toBe(200)
  const metrics = await fetch(`${site.url}/api/metrics`, { headers: { Authorization: 'Bearer a-token-for-metrics' } })
  expect(metrics.status).toBe(200)
  for (const path of ['/api/preview?slug=draft&secret=a-secret-and-more', '/latest?secret=a-secret', '/a?t=a-token'])
    await fetch(site.url + path)
  await expect.poll(() => getHealth(site.url)).toMatchObject({ reads: { store: 'redis', reachable: false } })
  const told = [JSON.stringify(await getHealth(site.url)), await metrics.text()]
  expect((await site.stop('SIGTERM')).code).toBe(0)
  expect(site.log().length).toBeGreaterThan(5)
  expect(told.join() + site.said()).not.toMatch(/a-token|a-secret|a-password|somebody/)
})
