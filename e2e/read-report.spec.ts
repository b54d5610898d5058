import { expect, type Page, test } from '@playwright/test'
import { articlePath, readsPath } from '#lib/rules/links'
import { editions } from './editions'

test.use({ baseURL: editions.life.url })

const story = articlePath('moved')

/** Opens a story in a browser whose clock the test can move forward, and records what it reports. */
async function openStory(page: Page, { isAutomated = false } = {}) {
  const reports: unknown[] = []
  await page.route(`**${readsPath}`, async (route) => {
    reports.push(route.request().postDataJSON())
    await route.fulfill({ status: 204 })
  })
  if (!isAutomated) await page.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { value: false }))
  await page.clock.install()
  await page.goto(story)
  await page.waitForLoadState('networkidle')
  return reports
}

async function setVisible(page: Page, isVisible: boolean) {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    },
    isVisible ? 'visible' : 'hidden',
  )
}

test('a story is reported after five seconds, once per page view', async ({ page }) => {
  const reports = await openStory(page)
  await page.clock.runFor(2000)
  expect(reports).toEqual([])
  await page.clock.runFor(3100)
  await expect.poll(() => reports).toEqual([{ slug: 'moved' }])
  await setVisible(page, false)
  await setVisible(page, true)
  await page.clock.runFor(60_000)
  expect(reports).toHaveLength(1)
})

test('only the time in which a story is visible counts', async ({ page }) => {
  const reports = await openStory(page)
  await page.clock.runFor(1500)
  await setVisible(page, false)
  await page.clock.runFor(60_000)
  await setVisible(page, true)
  await page.clock.runFor(500)
  expect(reports).toEqual([])
  await page.clock.runFor(3100)
  await expect.poll(() => reports).toEqual([{ slug: 'moved' }])
})

test('an automated browser reports nothing', async ({ page }) => {
  const reports = await openStory(page, { isAutomated: true })
  await page.clock.runFor(60_000)
  expect(reports).toEqual([])
})

const wishes: Record<string, () => void> = {
  doNotTrack: () => Object.defineProperty(navigator, 'doNotTrack', { value: '1' }),
  globalPrivacyControl: () => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
}
for (const [wish, set] of Object.entries(wishes)) {
  test(`a reader who opts out by ${wish} is not counted`, async ({ page }) => {
    await page.addInitScript(set)
    const reports = await openStory(page)
    await page.clock.runFor(60_000)
    expect(reports).toEqual([])
  })
}

test('a blocked report causes no error, and nothing is stored in the browser', async ({ page, context }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await openStory(page)
  await page.unroute(`**${readsPath}`)
  await page.route(`**${readsPath}`, (route) => route.abort('blockedbyclient'))
  await page.clock.runFor(6000)
  expect(errors).toEqual([])
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

test('the script is small, from this site, and cached for a year under a hashed name', async ({ page, request }) => {
  await page.goto(story)
  const address = (await page.locator('script[data-story]').getAttribute('src')) ?? ''
  expect(address).toMatch(/^\/scripts\/[0-9a-f]{12}\.js$/)
  const response = await request.get(address, { headers: { 'Accept-Encoding': 'identity' } })
  expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await response.body()).length).toBeLessThan(2048)
  expect((await request.get('/scripts/000000000000.js')).status()).toBe(404)
})
