import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { articlePath, hotThisWeekPath, personPath, searchResultsPath, topicPath } from '#lib/rules/links'
import { layoutShift } from './layout-shift'
import { slowLine } from './slow-line'

const budgets = [
  { what: 'the reference story', address: articlePath('north-korea-troops-russia'), bytes: 14_600 },
  { what: 'the front page', address: '/', bytes: 30_000 },
]

for (const { what, address, bytes } of budgets) {
  test(`${what} stays within its budget on a first visit`, async ({ page }) => {
    const received = await listenForBytes(page)
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    const documents = received.filter(({ type }) => type === 'Document')
    expect(documents).toHaveLength(1)
    expect(documents[0]?.bytes).toBeLessThanOrEqual(bytes)
    const needed = received.filter(({ url }) => !/^\/(icon\.svg$|photos\/)/.test(new URL(url).pathname))
    expect(needed.length, JSON.stringify(needed)).toBeLessThanOrEqual(2)
  })
}

const kinds = {
  ...Object.fromEntries(budgets.map(({ what, address }) => [what, address])),
  'a story with a picture': articlePath('hamsters-tap-air-portugal'),
  'a topic': topicPath('north-korea'),
  'a person': personPath('john-kirby'),
  'a search': searchResultsPath({ q: 'kirby' }),
  'Hot this week': hotThisWeekPath,
}

for (const [what, address] of Object.entries(kinds)) {
  test(`${what} requests nothing from other origins and has no layout shift on a slow connection`, async ({
    page,
    baseURL,
  }) => {
    const line = await slowLine(baseURL ?? '')
    const origins = new Set<string>()
    page.on('request', (request) => origins.add(new URL(request.url()).origin))
    await page.goto(line.url + address)
    await page.waitForLoadState('networkidle')
    expect(await layoutShift(page)).toBe(0)
    expect([...origins]).toEqual([line.url])
    line.end()
  })
}

type Received = { url: string; type: string; bytes: number }

/** Records every response from now on, with its headers and the sizes that the browser reports. */
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
