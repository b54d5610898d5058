import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { findPort } from '#lib/tools/testing/find-port'
import { endProgram, runProgram } from '#lib/tools/testing/run-program'
import { emptyFolder, waitFor } from '#lib/tools/testing/start-site'
import { statusOf } from './connection'
import { builtSite, getHealth, readsOf, reportRead, startSite } from './site'

const report = JSON.stringify({ slug: 'quoted' })
const head = `POST /api/reads HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nUser-Agent: Mozilla/5.0 Firefox/130.0\r\nContent-Length: ${report.length}\r\n\r\n`

test('on SIGTERM a server reports draining, answers pending requests, and exits with 0', async () => {
  const site = await startSite()
  const slow = connect(site.port, '127.0.0.1')
  let answer = ''
  slow.on('data', (text) => (answer += text))
  slow.write(head + report.slice(0, 5))
  await setTimeout(200)
  const stopped = site.stop('SIGTERM')
  await expect.poll(async () => (await getHealth(site.url)).status).toBe('draining')
  const late = await fetch(`${site.url}/api/health`)
  expect([late.status, late.headers.get('connection')]).toEqual([503, 'close'])
  expect((await fetch(`${site.url}/api/health?live`)).status).toBe(200)
  expect((await fetch(`${site.url}/latest`)).status).toBe(200)
  await setTimeout(3000)
  await expect(fetch(`${site.url}/latest`), 'no new requests are accepted').rejects.toThrow()
  slow.write(report.slice(5))
  await once(slow, 'close')
  expect(statusOf(answer)).toBe(204)
  const { code, ms } = await stopped
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  expect(site.log().slice(-1)).toMatchObject([{ message: 'stopped' }])
})

test('a server continues when nothing reads its log any more', async () => {
  const port = await findPort()
  const env = { PORT: `${port}`, HOSTNAME: '127.0.0.1', DATA_DIR: emptyFolder() }
  const { child, said } = runProgram(process.execPath, ['server.js'], { env, folder: builtSite })
  const url = `http://127.0.0.1:${port}`
  await waitFor(url, () => child.exitCode === null, said)
  for (const stream of [child.stdout, child.stderr]) stream?.destroy()
  for (let time = 0; time < 5; time++) {
    expect((await fetch(`${url}/latest`)).status).toBe(200)
    await setTimeout(200)
  }
  expect(await endProgram(child, 'SIGINT')).toBe(0)
})

test('reads received before the signal are counted after the next start', async () => {
  const DATA_DIR = emptyFolder()
  const site = await startSite({ env: { DATA_DIR } })
  await getHealth(site.url)
  for (const reader of ['1', '2', '3']) await reportRead(site.url, 'quoted', reader)
  expect((await site.stop('SIGINT')).code).toBe(0)
  const next = await startSite({ env: { DATA_DIR } })
  await expect.poll(() => readsOf(next.url, 'quoted')).toBe(3)
  await next.stop()
})

test('a client that never ends its request does not delay the exit', async () => {
  const site = await startSite()
  const hanging = connect(site.port, '127.0.0.1').on('error', () => {})
  hanging.write(head)
  await setTimeout(200)
  const { code, ms } = await site.stop('SIGTERM')
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
})

test('an idle keep-alive connection does not delay the exit', async () => {
  const site = await startSite()
  await fetch(`${site.url}/latest`)
  const idle = connect(site.port, '127.0.0.1').on('error', () => {})
  await once(idle, 'connect')
  const { code, ms } = await site.stop('SIGINT')
  expect(code).toBe(0)
  expect(ms).toBeLessThan(2000)
})

test('requests queued on a connection that closes do not delay the exit, and are logged', async () => {
  const site = await startSite()
  const hasty = connect(site.port, '127.0.0.1').on('error', () => {})
  hasty.write('GET /articles/many-1 HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(40))
  await setTimeout(20)
  hasty.destroy()
  await setTimeout(500)
  const { code, ms } = await site.stop('SIGTERM')
  expect(code).toBe(0)
  expect(ms).toBeLessThan(4000)
  const statuses = site.log().flatMap(({ path, status }) => (path?.startsWith('/articles/') ? [status] : []))
  expect(statuses.length).toBe(40)
  expect(statuses).toContain(499)
})
