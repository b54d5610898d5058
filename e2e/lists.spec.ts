import { expect, type Page, test } from '@playwright/test'
import { articlePath } from '#lib/rules/links'
import { editions } from './editions'

const stories = (page: Page) => page.getByRole('main').getByRole('heading', { level: 3 })

test('the front page begins with the newest story and shows no story twice', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dateline: front page')
  await expect(page.getByRole('article').first()).toContainText('Why Korea Has One Time Zone')
  await expect(page.getByRole('region', { name: 'Hot this week' }).getByRole('listitem')).toHaveCount(5)
  await expect(page.getByRole('region', { name: 'Latest' }).getByRole('listitem')).toHaveCount(6)
  await expect(page.getByRole('region', { name: 'Markets' })).toBeVisible()
  const links = page.getByRole('main').locator('a[href^="/articles/"]')
  const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')))
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(addresses.length).toBeGreaterThan(20)
})

test('a part of a story in Story so far is in no list below it', async ({ page }) => {
  await page.goto(articlePath('rodents-and-aircraft-wiring'))
  const part = articlePath('hamsters-tap-air-portugal')
  await expect(page.getByRole('navigation', { name: 'Story so far' }).locator(`a[href="${part}"]`)).toHaveCount(1)
  await expect(stories(page)).toHaveCount(19)
  await expect(stories(page).locator(`a[href="${part}"]`)).toHaveCount(0)
})

test('the menu links to a topic, and the topic to a story', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: 'North Korea' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('North Korea')
  await page.getByRole('link', { name: /^North Korean Troops in Russia/ }).click()
  await expect(page).toHaveURL(articlePath('north-korea-troops-russia'))
})

test('the skip link is the first keyboard stop and skips the menu', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/#main')
})

test('the indexes of topics, authors, people and the archive link to their pages', async ({ page }) => {
  await page.goto('/topics')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(10)
  await page.goto('/authors')
  await page.getByRole('link', { name: 'Yonhap News' }).click()
  await expect(page.getByText('1 story', { exact: true })).toBeVisible()
  await page.goto('/people')
  await page.getByRole('link', { name: 'John Kirby' }).click()
  const quotation = page.getByRole('figure').filter({ hasText: 'If it’s true' })
  await expect(quotation).toContainText('October 21, 2024, ')
  await quotation.getByRole('link').click()
  await expect(page).toHaveURL(/north-korea-troops-russia#john-kirby-/)
  await page.goto('/archive')
  await page.getByRole('link', { name: 'November 2024' }).click()
  await page.getByRole('link', { name: /^November 22, 2024/ }).click()
  await expect(page).toHaveURL('/archive/2024/11/22')
  await expect(stories(page)).toHaveCount(2)
})

test('a person’s quotations are a feed, which is sent again only if it changed', async ({ request }) => {
  const response = await request.get('/people/john-kirby/feed.xml')
  expect(response.headers()['content-type']).toContain('application/rss+xml')
  const xml = await response.text()
  expect(xml.match(/<item>/g)?.length).toBe(5)
  const again = await request.get('/people/john-kirby/feed.xml', {
    headers: { 'If-None-Match': response.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
  expect((await request.get('/people/nobody/feed.xml')).status()).toBe(404)
})

test('the footer links to the pages of the publication', async ({ page }) => {
  await page.goto('/latest')
  await page.getByRole('contentinfo').getByRole('link', { name: 'About Dateline' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About Dateline')
})

test.describe('in the test edition', () => {
  test.use({ baseURL: editions.life.url })

  test('a list shows 20 stories per page and links to the next page', async ({ page }) => {
    await page.goto('/latest')
    await expect(stories(page)).toHaveCount(20)
    await page.getByRole('link', { name: 'Older' }).click()
    await expect(page).toHaveURL('/latest/page/2')
    await expect(page.getByText('Page 2 of 3', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Older' }).click()
    await expect(stories(page)).toHaveCount(9)
    await expect(page.getByRole('link', { name: 'Older' })).toHaveCount(0)
    for (const list of ['/topics/life', '/authors/desk', '/archive/2024']) {
      await page.goto(`${list}/page/3`)
      await expect(stories(page)).toHaveCount(9)
    }
  })

  test('lists leave out drafts, scheduled and withdrawn stories', async ({ page }) => {
    for (const list of ['/', '/latest', '/topics/life', '/authors/desk', '/archive/2024/11', articlePath('moved')]) {
      await page.goto(list)
      await expect(page.getByText(/A draft|A story of the future|A story withdrawn/)).toHaveCount(0)
    }
  })

  test('a topic without stories says so', async ({ page }) => {
    await page.goto('/topics/quiet')
    await expect(page.getByText('No stories yet.')).toBeVisible()
  })

  test('a day is a day in the publication’s time zone, whatever zone the server is in', async ({ page }) => {
    await page.goto('/archive/2024/11/22')
    await expect(page.getByRole('link', { name: 'A story that moved' })).toBeVisible()
    await page.goto(articlePath('moved'))
    await expect(page.getByText('Friday, November 22, 2024', { exact: true })).toBeVisible()
  })
})

test('an edition on a Hangul topic works like any other', async ({ page }) => {
  await page.goto(editions.hangul.url)
  await expect(page.getByRole('banner').getByRole('link', { name: '한국 데이트라인' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: '한국' }).click()
  await page.getByRole('link', { name: 'The first story' }).click()
  await expect(page.getByText('Friday, November 22, 2024', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Related articles' })).toHaveCount(0)
})

test('an edition without stories says so on every page', async ({ page }) => {
  await page.goto(editions.empty.url)
  await expect(page.getByText('No stories yet. The first one will stand here.')).toBeVisible()
  for (const [list, words] of Object.entries({
    '/latest': 'No stories yet.',
    '/topics': 'No topics yet.',
    '/authors': 'No authors yet.',
    '/people': 'Nobody is quoted yet.',
    '/archive': 'No stories yet.',
  })) {
    await page.goto(editions.empty.url + list)
    await expect(page.getByText(words)).toBeVisible()
  }
})
