import { expect, test } from '@playwright/test'
import { articlePath, authorPath, personPath, topicPath } from '#lib/rules/links'
import { editions } from './editions'
import { layoutShift } from './layout-shift'

const reference = articlePath('north-korea-troops-russia')

test('the reference story has all its parts, from headline to related articles', async ({ page }) => {
  await page.goto(reference)
  const headline = page.getByRole('heading', { level: 1 })
  await expect(headline).toHaveText('North Korean Troops in Russia: What It Means for the United States')
  await expect(page).toHaveTitle(/^North Korean Troops in Russia/)
  await expect(page.getByText(/^The White House promises a statement/).first()).toBeVisible()
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: 'Yonhap News' })).toHaveAttribute('href', authorPath('yonhap-news'))
  await expect(main.getByRole('link', { name: 'World Desk' })).toHaveAttribute('href', authorPath('world-desk'))
  const date = main.getByText('Friday, November 22, 2024', { exact: true })
  await expect(date).toHaveAttribute('datetime', '2024-11-22T00:30:00.000Z')
  await expect(main.getByText(/Published Friday, November 22, 2024, 9:30 AM Korean Standard Time$/)).toBeVisible()
  const order = [
    'North Korea',
    'North Korean Troops',
    'promises a statement',
    'By Yonhap News',
    'Published Friday, November 22',
    'The White House says it will',
    'Hot this week',
    'Topics',
    'Related articles',
  ]
  const text = (await main.textContent()) ?? ''
  const places = order.map((words) => text.indexOf(words))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('a quotation names its speaker and has an anchor', async ({ page }) => {
  await page.goto(reference)
  const quotation = page.getByRole('figure').filter({ hasText: 'If it’s true that the DPRK soldiers' })
  await expect(quotation.getByRole('blockquote')).toBeVisible()
  await expect(quotation.getByRole('link', { name: 'John Kirby' })).toHaveAttribute('href', personPath('john-kirby'))
  await expect(quotation).toContainText('National Security Communications')
  const id = await quotation.getAttribute('id')
  await page.goto(`${reference}#${id}`)
  await expect(quotation).toBeInViewport()
  await expect(page.getByText('4 quotations from 1 person: John Kirby')).toBeVisible()
  await expect(page.locator('q')).toHaveText('a dangerous and highly concerning development')
  await expect(page.getByRole('complementary', { name: 'Pull quote' })).toContainText('growing isolation')
})

test('the three lists are full and show no story twice', async ({ page }) => {
  await page.goto(reference)
  const list = (name: string) => page.getByRole('region', { name, exact: true }).getByRole('heading', { level: 3 })
  await expect(list('Hot this week')).toHaveCount(5)
  await expect(list('Topics')).toHaveCount(8)
  await expect(list('Related articles')).toHaveCount(6)
  const links = page.getByRole('heading', { level: 3 }).getByRole('link')
  const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')))
  expect(new Set(addresses).size).toBe(19)
  expect(addresses).not.toContain(reference)
  expect(
    await page.getByRole('heading', { level: 2 }).evaluateAll((found) => found.slice(-3).map((h) => h.textContent)),
  ).toEqual(['Hot this week', 'Topics', 'Related articles'])
})

test('a printed page shows only the story', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto(reference)
  await expect(page.getByText('Dateline', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Related articles' })).toBeHidden()
  await expect(page.getByRole('contentinfo')).toBeHidden()
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(251, 249, 243)',
  )
})

test('topics of the story are links', async ({ page }) => {
  await page.goto(reference)
  const topics = page.getByRole('navigation', { name: 'Topics of this story' })
  await expect(topics.getByRole('link')).toHaveText(['North Korea', 'World'])
  await expect(topics.getByRole('link', { name: 'World' })).toHaveAttribute('href', topicPath('world'))
})

test('a picture has an alt text, reserves its space, and is sent as AVIF in the width of the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 })
  const image = page.waitForResponse((response) => response.url().includes('/photos/'))
  await page.goto(articlePath('hamsters-tap-air-portugal'))
  const response = await image
  expect(response.headers()['content-type']).toBe('image/avif')
  expect(Number(new URL(response.url()).searchParams.get('w'))).toBeLessThanOrEqual(640)
  const figure = page.getByRole('figure').first()
  await expect(figure).toContainText('Illustration: Dateline')
  await expect(figure.getByRole('img')).toHaveAttribute('width', '1800')
  expect(await layoutShift(page)).toBe(0)
})

test('Hangul is marked as Korean in text and in addresses', async ({ page }) => {
  await page.goto(articlePath('한글은-어떻게-만들어졌나'))
  await expect(page.getByRole('heading', { level: 1 }).locator('[lang=ko]')).toHaveText('한글')
  await expect(page.getByRole('blockquote').and(page.locator('[lang=ko]'))).toBeVisible()
  const unmarked = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode
      if (text.parentElement?.closest('script')) continue
      if (/\p{Script=Hangul}/u.test(text.nodeValue ?? '') && !text.parentElement?.closest('[lang^=ko]'))
        found.push(text.nodeValue ?? '')
    }
    return found
  })
  expect(unmarked).toEqual([])
})

test.describe('in the test edition', () => {
  test.use({ baseURL: editions.life.url })

  test('shows the title that a speaker held that day, and updates and corrections whose time has come', async ({
    page,
  }) => {
    await page.goto(articlePath('quoted'))
    await expect(page.getByRole('figure').filter({ hasText: '옛날 말' })).toContainText(
      'Sam Speaker, Deputy, The House',
    )
    await expect(page.getByText(/^Updated Saturday, November 23, 2024, 12:30 AM/)).toBeVisible()
    const corrections = page.getByRole('region', { name: 'Corrections' }).getByRole('listitem')
    await expect(corrections).toHaveText([
      /November 24, 2024: The second correction/,
      /November 23, 2024: The first correction/,
    ])
  })

  test('a link to a withdrawn story is plain text', async ({ page }) => {
    await page.goto(articlePath('withdrawn-and-linked'))
    await expect(page.getByText('See that story.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'that story' })).toHaveCount(0)
  })
})
