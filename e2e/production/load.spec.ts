import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { sendSlowly, statusOf } from './connection'
import { memoryOf, startSite } from './site'

const token = 'a-token-for-the-tests'

/** A connection that requests a story again after each response and closes at the end. */
const readOften = (port: number, times: number) =>
  new Promise<string[]>((done, fail) => {
    const socket = connect(port, '127.0.0.1')
    const statuses: string[] = []
    let text = ''
    const ask = () => socket.write('GET /articles/quoted HTTP/1.1\r\nHost: localhost\r\n\r\n')
    socket.on('connect', ask)
    socket.on('error', fail)
    socket.on('data', (data) => {
      text += data
      if (!/<\/html>(\r\n0\r\n\r\n)?$/.test(text.slice(-20))) return
      statuses.push(/HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 'none')
      text = ''
      if (statuses.length < times) return ask()
      socket.destroy()
      done(statuses)
    })
  })

test('2,000 simultaneous connections are all answered, and their memory is freed', async () => {
  const site = await startSite({ env: { METRICS_TOKEN: token } })
  await readOften(site.port, 500)
  const before = await memoryOf(site, token)
  const begun = performance.now()
  const answers = (await Promise.all(Array.from({ length: 2000 }, () => readOften(site.port, 10)))).flat()
  const seconds = (performance.now() - begun) / 1000
  const during = await memoryOf(site, token)
  expect(answers.length).toBe(20_000)
  expect(new Set(answers)).toEqual(new Set(['200']))
  let after = during
  const measureAgain = async () => {
    after = await memoryOf(site, token)
    return after - before
  }
  await expect.poll(measureAgain, { timeout: 40_000, intervals: [2000] }).toBeLessThan(120)
  const figures = [before, during, after].map((size) => size.toFixed(0))
  console.log(
    `20,000 answers over 2,000 connections in ${seconds.toFixed(1)} s; MB before, during, after: ${figures.join(', ')}`,
  )
  await site.stop()
})

test('clients that send headers or bodies one byte at a time are cut off, and others are served meanwhile', async () => {
  const site = await startSite()
  await fetch(`${site.url}/latest`)
  const body =
    'POST /api/reads HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2000\r\n\r\n'
  const slow = Array.from({ length: 200 }, () =>
    sendSlowly(site.port, 'GET / HTTP/1.1\r\nX-Slow: aaaaaaaaaaaaaaaaaaaa', 1000),
  )
  const slowBodies = Array.from({ length: 50 }, () => sendSlowly(site.port, `${body}${'x'.repeat(3000)}`, 100))
  const begun = performance.now()
  for (let time = 0; time < 20; time++) expect((await fetch(`${site.url}/articles/many-${time + 1}`)).status).toBe(200)
  expect(performance.now() - begun).toBeLessThan(20_000)
  for (const { answer, seconds } of await Promise.all(slow)) {
    expect(statusOf(answer)).toBe(408)
    expect(seconds).toBeLessThan(60)
  }
  for (const { answer, seconds } of await Promise.all(slowBodies)) {
    expect(statusOf(answer)).toBe(408)
    expect(seconds).toBeLessThan(100)
  }
  expect((await fetch(`${site.url}/latest`)).status).toBe(200)
  await site.stop()
})

test('a client that never reads is cut off, and an idle connection stays open for a minute', async () => {
  test.setTimeout(200_000)
  const site = await startSite()
  const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`
  const deaf = connect(site.port, '127.0.0.1')
    .on('error', () => {})
    .pause()
  deaf.write(ask('/atom.xml').repeat(300))
  const kept = connect(site.port, '127.0.0.1')
  let answers = ''
  kept.on('data', (data) => (answers += data))
  kept.write(ask('/icon.svg'))
  await setTimeout(63_000)
  kept.write(ask('/icon.svg'))
  await expect.poll(() => answers.match(/HTTP\/1\.1 200/g)?.length).toBe(2)
  const begun = performance.now()
  const isCutOff = () => site.log().some(({ path, status }) => path === '/atom.xml' && status === 499)
  await expect.poll(isCutOff, { timeout: 80_000 }).toBe(true)
  console.log(`Cut off ${(63 + (performance.now() - begun) / 1000).toFixed(0)} s after it asked`)
  kept.destroy()
  deaf.destroy()
  await site.stop()
})
