import { expect, type Page, test } from '@playwright/test'
import { articlePath, personPath, searchPath, searchResultsPath } from '#lib/rules/links'
import { editions } from './editions'

test.use({ javaScriptEnabled: false })

const results = (page: Page) => page.getByRole('main').getByRole('heading', { level: 3 })
const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 })

test('a search leads from the masthead to a story without JavaScript', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
  await expect(page).toHaveURL(searchPath)
  await expect(page.getByText('Type words that a story should have')).toBeVisible()
  await page.getByLabel('Words or a name').fill('tariffs')
  await page.getByRole('search').getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveTitle(/^Search: tariffs – /)
  await expect(heading(page)).toHaveText(/^\d+ stories for “tariffs”$/)
  await expect(page.getByLabel('Words or a name')).toHaveValue('tariffs')
  await expect(results(page).first()).toHaveText('What a Tariff Does, and Who Pays It')
  await expect(results(page).first().locator('mark')).toHaveText('Tariff')
  await expect(page.getByRole('main').locator('p mark').first()).toHaveText(/^tariff/i)
  await results(page).first().getByRole('link').click()
  await expect(page).toHaveURL(articlePath('what-a-tariff-does'))
})

test('a results page is one document with its styles, without executable scripts, and not indexed', async ({
  page,
  request,
}) => {
  const response = await request.get(searchResultsPath({ q: 'korea' }))
  const html = await response.text()
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="speculationrules">'])
  expect(html).not.toContain('rel="stylesheet"')
  expect(response.headers()['cache-control']).toBe('private, max-age=30')
  await page.goto(searchResultsPath({ q: 'korea' }))
  await expect(page.locator('head > meta[name=robots]')).toHaveAttribute('content', 'noindex')
  await expect(page.locator('head > link[rel=canonical]')).toHaveAttribute('href', /\/search\?q=korea$/)
  const form = await request.get(searchPath)
  expect(await form.text()).toContain('<meta name="robots" content="max-image-preview:large"/>')
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const here = await paper()
  await page.goto('/latest')
  expect(here).toBe(await paper())
})

test('people come before stories', async ({ page }) => {
  await page.goto(searchResultsPath({ q: 'Kirby' }))
  await expect(results(page).first().getByRole('link')).toHaveAttribute('href', personPath('john-kirby'))
  await page.goto(searchResultsPath({ q: '세종' }))
  await expect(results(page).first()).toHaveText('Sejong the Great (세종)')
  await expect(heading(page)).toHaveText('1 story for “세종”')
})

test('a search without results offers help', async ({ page }) => {
  await page.goto(searchResultsPath({ q: 'cheabol' }))
  await expect(heading(page)).toHaveText('No stories match')
  await page.getByRole('link', { name: 'chaebol', exact: true }).click()
  await expect(results(page).first()).toHaveText('What Is a Chaebol?')
  await page.goto(searchResultsPath({ q: 'hamsters chaebol' }))
  await expect(heading(page)).toHaveText('No stories match')
  await page.getByRole('link', { name: 'hamsters', exact: true }).click()
  await expect(results(page).first()).toHaveText(/^Loose Hamsters/)
  await page.goto(searchResultsPath({ q: 'hamsters', topic: 'markets' }))
  await expect(heading(page)).toHaveText('No stories match')
  await page.getByRole('link', { name: 'all topics and days' }).click()
  await expect(results(page).first()).toHaveText(/^Loose Hamsters/)
})

test('topic and days narrow a search and stay in the form', async ({ page }) => {
  await page.goto(searchPath)
  await page.getByLabel('Words or a name').fill('korea')
  await page.getByLabel('Topic', { exact: true }).selectOption('Economy')
  await page.getByLabel('From').fill('2024-11-22')
  await page.getByLabel('To', { exact: true }).fill('2024-11-22')
  await page.keyboard.press('Enter')
  await expect(results(page)).toHaveText([/^IMF Puts South Korea/])
  await expect(page.getByLabel('Topic', { exact: true })).toHaveValue('economy')
  await expect(page.getByLabel('From')).toHaveValue('2024-11-22')
  await page.reload()
  await expect(results(page)).toHaveCount(1)
})

const refused: Record<string, [string, number, RegExp]> = {
  'a very long query': [`?q=${'a'.repeat(10_000)}`, 400, /200 characters at most; this one has 10,000/],
  'an unknown topic': ['?q=korea&topic=econmy', 400, /no such topic/],
  'an impossible day': ['?q=korea&from=2024-02-30', 400, /“2024-02-30” is not a date/],
  'a first day after the last': ['?q=korea&from=2024-02-02&to=2024-02-01', 400, /first day comes after the last/],
  'a page past the end': ['?q=korea&page=999999', 404, /no such page/],
  'an invalid page': ['?q=korea&page=-1', 404, /no such page/],
}

for (const [what, [query, status, words]] of Object.entries(refused)) {
  test(`${what} is refused with a message`, async ({ page }) => {
    const response = await page.goto(searchPath + query)
    expect(response?.status()).toBe(status)
    await expect(page.getByRole('status')).toHaveText(words)
    await expect(page.getByRole('search')).toBeVisible()
  })
}

const odd = {
  quotes: '%22%22%22',
  syntax: '*+OR+NOT+NEAR(a)+headline:',
  'NUL and controls': 'a%00b%0D%0A',
  emoji: '%F0%9F%90%B9',
  'right-to-left text': '%D7%A9%D7%9C%D7%95%D7%9D',
  'half a character': '%ED%A0%80',
  'a broken escape': '%E0%A4%A%ZZ',
  markup: '%3Cscript%3Ealert(1)%3C/script%3E',
}

for (const [what, q] of Object.entries(odd)) {
  test(`${what} in a query is answered`, async ({ page }) => {
    const response = await page.goto(`${searchPath}?q=${q}`)
    expect(response?.status()).toBe(200)
    await expect(heading(page)).toHaveText('No stories match')
    await expect(page.locator('main script')).toHaveCount(0)
  })
}

test('the search allows only reading', async ({ request }) => {
  expect((await request.head(searchResultsPath({ q: 'korea' }))).status()).toBe(200)
  expect((await request.post(searchPath, { data: 'q=korea' })).status()).toBe(405)
})

test.describe('in the test edition', () => {
  test.use({ baseURL: editions.life.url })

  test('results continue on further pages, 20 per page', async ({ page }) => {
    await page.goto(searchResultsPath({ q: 'many', topic: 'life' }))
    await expect(heading(page)).toHaveText('44 stories for “many”')
    await expect(results(page)).toHaveCount(20)
    await page.getByRole('link', { name: 'Next' }).click()
    await page.getByRole('link', { name: 'Next' }).click()
    await expect(page).toHaveURL('/search?q=many&topic=life&page=3')
    await expect(page.getByText('Page 3 of 3')).toBeVisible()
    await expect(results(page)).toHaveCount(4)
    await page.getByRole('link', { name: 'Previous' }).click()
    await expect(page).toHaveURL('/search?q=many&topic=life&page=2')
  })

  test('drafts, scheduled and withdrawn stories are not found', async ({ page }) => {
    for (const q of ['draft', 'future', 'withdrawn']) {
      await page.goto(searchResultsPath({ q }))
      await expect(heading(page)).toBeVisible()
      await expect(page.getByText(/A draft|A story of the future|A story withdrawn/)).toHaveCount(0)
    }
  })
})

test('two letters of Hangul find a story', async ({ page }) => {
  await page.goto(`${editions.hangul.url}${searchResultsPath({ q: '이야' })}`)
  await expect(results(page)).toHaveText(['The first story, 첫 이야기'])
})

test('a client that searches too often must wait, and everything else works', async ({ request }) => {
  const ask = () => request.get(`${editions.empty.url}${searchResultsPath({ q: 'news' })}`)
  const answers = await Promise.all(Array.from({ length: 80 }, ask))
  const refusals = answers.filter((answer) => answer.status() === 429)
  expect(answers.filter((answer) => answer.status() === 200).length).toBeGreaterThanOrEqual(60)
  expect(refusals.length).toBeGreaterThan(0)
  expect(Number(refusals[0]?.headers()['retry-after'])).toBeGreaterThan(0)
  expect(await refusals[0]?.text()).toContain('a lot of searches at once')
  expect((await request.get(`${editions.empty.url}/latest`)).status()).toBe(200)
})
