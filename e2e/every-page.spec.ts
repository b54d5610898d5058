import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'
import { articlePath } from '#lib/rules/links'
import { editions } from './editions'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const pages = [
  ['/', 'front page'],
  [articlePath('north-korea-troops-russia'), 'story with quotations'],
  [articlePath('how-bitcoin-supply-works'), 'story with picture, table and footnotes'],
  [articlePath('한글은-어떻게-만들어졌나'), 'story in Hangul'],
  [articlePath('korean-demilitarized-zone'), 'story with corrections'],
  ['/latest', 'latest'],
  ['/latest/page/2', 'second page'],
  ['/topics', 'topics'],
  ['/topics/north-korea', 'topic'],
  ['/authors', 'authors'],
  ['/authors/namsan-seo', 'author'],
  ['/people', 'people'],
  ['/people/john-kirby', 'person'],
  ['/archive', 'archive'],
  ['/archive/2024', 'year'],
  ['/archive/2024/11', 'month'],
  ['/archive/2024/11/22', 'day'],
  ['/hot-this-week', 'hot this week'],
  ['/corrections', 'corrections'],
  ['/latest/feeds', 'feeds'],
  ['/search', 'search'],
  ['/search?q=kirby', 'search with a person and stories'],
  ['/search?q=tariff+cheabol', 'search without results'],
  ['/about', 'page of the publication'],
  ['/nothing-here', 'not found', 404],
  [editions.life.url + articlePath('withdrawn'), 'withdrawn', 410],
] as const

/** The rules about colours, which are also tested in dark mode. */
const ofColours = ['color-contrast', 'link-in-text-block']
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const [address, what, status = 200] of pages) {
  test(`${what}: no axe violations in light or dark mode, no overflow at 320 px, no console messages`, async ({
    browser,
    baseURL,
  }) => {
    const page = await browser.newPage({ baseURL, colorScheme: 'light', viewport: { width: 320, height: 700 } })
    const errors = listenForErrors(page, address, status)
    const response = await page.goto(address)
    await page.waitForLoadState('networkidle')
    expect(await page.title()).not.toBe('')
    expect(response?.status()).toBe(status)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.locator('meta[name=description]')).not.toHaveAttribute('content', '')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.evaluate(axe)
    expect(await findViolations(page, { type: 'tag', values: tags })).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await findViolations(page, { type: 'rule', values: ofColours })).toEqual([])
    expect(errors).toEqual([])
    await page.close()
  })
}

/** The violations that axe finds with some of its rules. axe must be loaded on the page. */
async function findViolations(page: Page, runOnly: { type: string; values: string[] }): Promise<string[]> {
  const violations = await page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }
    return (await axe.run({ runOnly })).violations
  }, runOnly)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}

type Violation = { id: string; nodes: { html: string }[] }

/** Collects the page's errors and warnings, except the console message about its expected status. */
function listenForErrors(page: Page, address: string, status: number): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    const isExpected = message.location().url.endsWith(address) && message.text().includes(String(status))
    if (['error', 'warning'].includes(message.type()) && !isExpected) errors.push(message.text())
  })
  return errors
}
