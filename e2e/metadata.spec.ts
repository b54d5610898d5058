import { expect, type Page, test } from '@playwright/test'
import { toAbsolute } from '#lib/publication/site'
import { articlePath, authorPath, personPath, sharePath } from '#lib/rules/links'
import { editions } from './editions'

const reference = articlePath('north-korea-troops-russia')
const corrected = articlePath('korean-demilitarized-zone')

type Thing = Record<string, unknown> & { '@type': string }

/** The structured data of a page, by type. */
async function structuredData(page: Page): Promise<Record<string, Thing>> {
  const graph = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
  expect(graph['@context']).toBe('https://schema.org')
  return Object.fromEntries(graph['@graph'].map((thing: Thing) => [thing['@type'], thing]))
}

const content = (page: Page, name: string) =>
  page
    .locator(`meta[name="${name}"], meta[property="${name}"]`)
    .evaluateAll((found) => found.map((meta) => meta.getAttribute('content')))

const texts = async (page: Page, selector: string) =>
  (await page.getByRole('main').locator(selector).allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim())

for (const address of [
  reference,
  corrected,
  articlePath('한글은-어떻게-만들어졌나'),
  articlePath('tesla-self-driving-rules'),
]) {
  test(`the structured data of ${decodeURIComponent(address)} matches the page`, async ({ page }) => {
    await page.goto(address)
    const story = (await structuredData(page)).NewsArticle ?? ({} as Thing)
    expect(story.headline).toBe(await page.getByRole('heading', { level: 1 }).textContent())
    expect(story.description).toBe((await content(page, 'description'))[0])
    const times = page.locator('article header time')
    expect(story.datePublished).toBe(await times.first().getAttribute('datetime'))
    expect(story.dateModified).toBe(await times.last().getAttribute('datetime'))
    const authors = await page
      .locator('article header a[href^="/authors/"]')
      .evaluateAll((links) => links.map((link) => ({ name: link.textContent, path: link.getAttribute('href') })))
    expect(story.author).toMatchObject(authors.map(({ name, path }) => ({ name, url: toAbsolute(path ?? '') })))
    expect(story.keywords).toEqual(await texts(page, 'nav[aria-label="Topics of this story"] a'))
    const shown = await texts(page, 'article blockquote, article q')
    const quoted = (story.hasPart ?? []) as { text: string; url: string }[]
    expect(quoted.map(({ text }) => text)).toEqual(shown)
    for (const { url } of quoted)
      await expect(page.locator(`[id="${decodeURIComponent(new URL(url).hash.slice(1))}"]`)).toHaveCount(1)
    const corrections = (story.correction ?? []) as { text: string; datePublished: string }[]
    expect(corrections.map(({ datePublished }) => datePublished)).toEqual(
      await page
        .locator('section[aria-labelledby=corrections] time')
        .evaluateAll((all) => all.map((time) => time.getAttribute('datetime'))),
    )
  })
}

test('a story’s picture exists in three ratios, in the stated sizes', async ({ page, request }) => {
  await page.goto(articlePath('tesla-self-driving-rules'))
  const images = (await structuredData(page)).NewsArticle?.image as { url: string; width: string; height: string }[]
  expect(images).toHaveLength(3)
  for (const { url, width, height } of images) {
    expect(Number(width)).toBeGreaterThanOrEqual(1200)
    const { pathname, search } = new URL(url)
    expect((await request.get(pathname + search)).ok()).toBe(true)
    const size = await page.evaluate(async (src) => {
      const image = Object.assign(new Image(), { src })
      await image.decode()
      return [image.naturalWidth, image.naturalHeight].map(String)
    }, pathname + search)
    expect(size).toEqual([width, height])
  }
  expect((await request.get(`${new URL(images[0]?.url ?? '').pathname}?crop=2x1`)).status()).toBe(400)
})

test('each kind of page states what it is', async ({ page }) => {
  const kinds = {
    '/': ['WebSite', 'NewsMediaOrganization'],
    '/latest': ['CollectionPage', 'BreadcrumbList'],
    '/topics/north-korea': ['CollectionPage', 'BreadcrumbList'],
    '/topics': ['CollectionPage', 'BreadcrumbList'],
    '/archive/2024/11': ['CollectionPage', 'BreadcrumbList'],
    [authorPath('namsan-seo')]: ['ProfilePage', 'BreadcrumbList'],
    [personPath('john-kirby')]: ['ProfilePage', 'BreadcrumbList'],
    '/about': ['WebPage', 'BreadcrumbList'],
  }
  for (const [address, types] of Object.entries(kinds)) {
    await page.goto(address)
    const things = await structuredData(page)
    expect(Object.keys(things), address).toEqual(types)
    expect((things.CollectionPage ?? things.ProfilePage)?.url ?? toAbsolute(address)).toBe(toAbsolute(address))
  }
  await page.goto('/')
  const { WebSite, NewsMediaOrganization } = await structuredData(page)
  expect(WebSite).toMatchObject({
    potentialAction: { target: { urlTemplate: toAbsolute('/search?q={search_term_string}') } },
  })
  expect(NewsMediaOrganization).toMatchObject({ correctionsPolicy: toAbsolute('/corrections-policy') })
})

test('a list names the stories it shows, in order, with numbers that continue across pages', async ({ page }) => {
  await page.goto('/latest/page/2')
  const { mainEntity } = (await structuredData(page)).CollectionPage as unknown as {
    mainEntity: { itemListElement: { position: number; name: string }[] }
  }
  expect(mainEntity.itemListElement[0]?.position).toBe(21)
  expect(mainEntity.itemListElement.map(({ name }) => name)).toEqual(await texts(page, 'h3'))
})

test('a story has a card for sharing, with its dates and its own image', async ({ page, request }) => {
  await page.goto(reference)
  const headline = await page.getByRole('heading', { level: 1 }).textContent()
  const expected = {
    'og:type': ['article'],
    'og:title': [headline],
    'og:site_name': ['Dateline'],
    'og:locale': ['en_US'],
    'og:url': [toAbsolute(reference)],
    'og:image': [toAbsolute(sharePath('north-korea-troops-russia'))],
    'og:image:width': ['1200'],
    'og:image:height': ['630'],
    'og:image:type': ['image/png'],
    'og:image:alt': [headline],
    'article:published_time': ['2024-11-22T00:30:00.000Z'],
    'article:modified_time': ['2024-11-22T00:30:00.000Z'],
    'article:author': [toAbsolute(authorPath('yonhap-news')), toAbsolute(authorPath('world-desk'))],
    'article:section': ['North Korea'],
    'article:tag': ['North Korea', 'World'],
    'twitter:card': ['summary_large_image'],
    'twitter:title': [headline],
    robots: ['max-image-preview:large'],
  }
  for (const [name, value] of Object.entries(expected)) expect(await content(page, name), name).toEqual(value)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', toAbsolute(reference))
  const image = await request.get(sharePath('north-korea-troops-russia'))
  expect(image.headers()).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=86400, s-maxage=30',
  })
})

test('pages that are not stories share the publication’s card', async ({ page, request }) => {
  for (const address of ['/', '/latest', '/topics/north-korea', '/people/john-kirby', '/about']) {
    await page.goto(address)
    expect(await content(page, 'og:type'), address).toEqual(['website'])
    expect(await content(page, 'og:image'), address).toEqual([toAbsolute('/share.png')])
    expect(await content(page, 'og:url'), address).toEqual([toAbsolute(address === '/' ? '' : address)])
  }
  expect((await request.get('/share.png')).headers()['content-type']).toBe('image/png')
})

test('a not-found page has its own description and one robots rule', async ({ page }) => {
  await page.goto('/nothing-here')
  expect(await content(page, 'robots')).toEqual(['noindex'])
  expect(await content(page, 'description')).toEqual(['There is nothing at this address.'])
})

test('icons, manifest and security.txt are at their standard addresses', async ({ page, request }) => {
  await page.goto('/')
  for (const rel of ['icon', 'apple-touch-icon', 'manifest']) {
    const href = await page.locator(`link[rel="${rel}"]`).first().getAttribute('href')
    expect((await request.get(href ?? '')).status(), rel).toBe(200)
  }
  expect(await (await request.get('/manifest.webmanifest')).json()).toMatchObject({ name: 'Dateline', start_url: '/' })
  const security = await (await request.get('/.well-known/security.txt')).text()
  expect(security).toContain(`Contact: ${toAbsolute('/contact')}\n`)
  expect(new Date(/Expires: (.*)/.exec(security)?.[1] ?? 0).getTime()).toBeGreaterThan(Date.now())
})

test.describe('in the test edition', () => {
  test.use({ baseURL: editions.life.url })

  test('a headline that closes a script element does no harm', async ({ page, request }) => {
    const alerts: string[] = []
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message())
      dialog.dismiss()
    })
    await page.goto(articlePath('hostile'))
    const headline = '</script><script>alert(1)</script> & "]]>" 서울'
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
    expect((await structuredData(page)).NewsArticle).toMatchObject({ headline, dateline: 'Seoul' })
    expect(await content(page, 'og:title')).toEqual([headline])
    expect(alerts).toEqual([])
    // Scripts could repair a broken page.
    expect(await (await request.get(articlePath('hostile'))).text()).not.toContain('<script>alert')
  })

  test('the page of a withdrawn story says so, and its canonical address is the story’s', async ({ page }) => {
    for (const attempt of ['first', 'second']) {
      await page.goto(articlePath('withdrawn'))
      expect(await content(page, 'robots'), attempt).toEqual(['noindex'])
      expect(await content(page, 'description')).toEqual(['The story at this address was withdrawn.'])
      const canonical = page.locator('link[rel=canonical]')
      await expect(canonical).toHaveAttribute('href', toAbsolute(articlePath('withdrawn')))
    }
  })

  test('only stories that readers may see have a share image', async ({ request }) => {
    for (const slug of ['draft', 'scheduled', 'withdrawn', 'never-written']) {
      expect((await request.get(sharePath(slug))).status(), slug).toBe(404)
    }
    expect((await request.get(sharePath('moved'))).status()).toBe(200)
  })

  test('a publication without a contact page has no security.txt', async ({ request }) => {
    expect((await request.get('/.well-known/security.txt')).status()).toBe(404)
  })
})
