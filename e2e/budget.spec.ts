import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { articlePath } from '#lib/links'

const budgets = [
  { what: 'the reference story', address: articlePath('north-korea-troops-russia'), bytes: 14_600 },
  { what: 'the front page', address: '/', bytes: 30_000 },
]

for (const { what, address, bytes } of budgets) {
  test(`${what} stays within its budget on a first visit`, async ({ page, baseURL }) => {
    const received = await listenForBytes(page)
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    const documents = received.filter(({ type }) => type === 'Document')
    expect(documents).toHaveLength(1)
    expect(documents[0]?.bytes).toBeLessThanOrEqual(bytes)
    const needed = received.filter(({ type, url }) => type !== 'Image' && !url.endsWith('.svg'))
    expect(needed.length, JSON.stringify(needed)).toBeLessThanOrEqual(2)
    expect(received.map(({ url }) => new URL(url).origin).filter((origin) => origin !== baseURL)).toEqual([])
    expect(await layoutShift(page)).toBe(0)
  })
}

type Received = { url: string; type: string; bytes: number }

/** Everything that comes over the wire from now on, with its headers, as the browser counts it. */
async function listenForBytes(page: Page): Promise<Received[]> {
  const received = new Map<string, Received>()
  const wire: CDPSession = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
  const list: Received[] = []
  wire.on('Network.responseReceived', ({ requestId, response, type }) => {
    const one = { url: response.url, type, bytes: 0 }
    received.set(requestId, one)
    list.push(one)
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = received.get(requestId)
    if (one) one.bytes = encodedDataLength
  })
  return list
}

const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        let total = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) total += (entry as unknown as { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => done(total), 500)
      }),
  )
