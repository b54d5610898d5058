import { type APIRequestContext, expect, test } from '@playwright/test'
import { articlePath, hotThisWeekDataPath, hotThisWeekPath, readsPath } from '#lib/rules/links'
import { editions } from './editions'

/** Reads are counted once a minute. */
test.describe.configure({ mode: 'parallel', timeout: 150_000 })
test.use({ baseURL: editions.life.url })

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0'

type HotData = {
  formula: string
  generatedAt: string
  stories: {
    slug: string
    publishedAt: string
    reads: number
    score: number
    reason: string
    buckets: { hour: string; age: number; reads: number }[]
  }[]
}

const getHot = async (request: APIRequestContext): Promise<HotData> => (await request.get(hotThisWeekDataPath)).json()

/** Reports a read as a page does. `headers` change the reader. */
const report = (request: APIRequestContext, slug: string, headers: Record<string, string> = {}, body?: string) =>
  request.post(readsPath, {
    headers: { 'User-Agent': browser, 'Content-Type': 'application/json', ...headers },
    data: body ?? JSON.stringify({ slug }),
  })

const uncounted: Record<string, [Record<string, string>, string?]> = {
  'many-10': [{ 'User-Agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' }],
  'many-11': [{ 'User-Agent': '' }],
  'many-12': [{ DNT: '1' }],
  'many-13': [{ 'Sec-GPC': '1' }],
  'many-14': [{ 'Sec-Purpose': 'prefetch;prerender' }],
  'many-15': [{ 'Sec-Fetch-Site': 'cross-site' }],
  'many-16': [{ Origin: 'https://elsewhere.example' }],
  'many-17': [{ 'Content-Type': 'text/plain' }],
  'many-18': [{}, `{"slug":"many-18","more":"${'x'.repeat(3000)}"}`],
  'many-19': [{}, '{"slug":"many-19"'],
  'many-20': [{}, '{"slug":["many-20"]}'],
}

test('a story read in a browser is ranked, and reads that must not count do not', async ({
  browser: chromium,
  request,
}) => {
  const context = await chromium.newContext({ userAgent: browser, baseURL: editions.life.url })
  const page = await context.newPage()
  await page.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { value: false }))
  const sent = page.waitForResponse((response) => response.url().endsWith(readsPath))
  await page.goto(articlePath('many-1'))
  expect((await sent).status()).toBe(204)

  const others = Array.from({ length: 3 }, (_, index) =>
    report(request, 'many-2', { 'User-Agent': `${browser} ${index}` }),
  )
  const left = Object.entries(uncounted).map(([slug, [headers, body]]) => report(request, slug, headers, body))
  const odd = ['draft', 'scheduled', 'withdrawn', 'never-written'].map((slug) => report(request, slug))
  const again = Array.from({ length: 5 }, () => report(request, 'many-1', { 'User-Agent': browser }))
  for (const response of await Promise.all([...others, ...left, ...odd, ...again])) expect(response.status()).toBe(204)
  await report(request, 'second-address')

  await expect.poll(async () => (await getHot(request)).stories[0]?.slug, { timeout: 70_000 }).toBe('many-2')
  const { stories, generatedAt } = await getHot(request)
  const read = stories.filter(({ reason }) => reason === 'reads').map(({ slug, reads }) => [slug, reads])
  expect(read.filter(([slug]) => !String(slug).startsWith('many-3'))).toEqual([
    ['many-2', 3],
    ['moved', 1],
    ['many-1', 1],
  ])
  expect(Date.now() - Date.parse(generatedAt)).toBeLessThan(61_000)

  await expect
    .poll(
      async () =>
        (await page.goto(hotThisWeekPath)) && page.getByRole('main').getByRole('listitem').first().textContent(),
      { timeout: 70_000 },
    )
    .toContain('Many 2')
  await expect(page.getByText('3 reads in seven days')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'How this list is made' })).toBeVisible()
  await expect
    .poll(
      async () =>
        (await page.goto('/')) &&
        page.getByRole('region', { name: 'Hot this week' }).getByRole('listitem').first().textContent(),
      { timeout: 70_000 },
    )
    .toContain('Many 2')
  await context.close()
})

test('anyone can recompute the ranking from its data', async ({ request }) => {
  for (let reader = 0; reader < 4; reader++)
    await report(request, `many-${30 + (reader % 2)}`, { 'User-Agent': `${browser} recount ${reader}` })
  await expect
    .poll(async () => (await getHot(request)).stories.find(({ slug }) => slug === 'many-30')?.reads, {
      timeout: 70_000,
    })
    .toBe(2)
  const { stories, formula } = await getHot(request)
  expect(formula).toBe('Σ over its hourly buckets of the last 168 h of reads × 2^(−age in hours / 72)')
  const scoreOf = ({ buckets }: HotData['stories'][number]) =>
    buckets.reduce((score, { age, reads }) => score + reads * 2 ** (-age / 72), 0)
  for (const story of stories) {
    expect(story.score).toBeCloseTo(scoreOf(story), 10)
    expect(story.reads).toBe(story.buckets.reduce((sum, { reads }) => sum + reads, 0))
    expect(story.reason).toBe(story.reads > 0 ? 'reads' : 'newest')
  }
  expect(stories.map(({ slug }) => slug)).toEqual(
    stories
      .toSorted((a, b) => scoreOf(b) - scoreOf(a) || Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
      .map(({ slug }) => slug),
  )
})

test('other methods are refused', async ({ request }) => {
  expect((await request.get(readsPath)).status()).toBe(405)
})
