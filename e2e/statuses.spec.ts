import { expect, test } from '@playwright/test'
import { articlePath, authorPath, listPagePath, topicPath } from '#lib/rules/links'
import { editions } from './editions'

test.use({ baseURL: editions.life.url, javaScriptEnabled: false })

const nothing = 'There is nothing at this address'
const unknown: Record<string, string> = {
  'an unknown address': '/nothing-here',
  'a deep unknown address': '/a/b/c/d',
  'an unknown story': articlePath('never-written'),
  'a draft': articlePath('draft'),
  'a scheduled story': articlePath('scheduled'),
  'an unknown topic': topicPath('never'),
  'an unknown author': authorPath('nobody'),
  'an unknown person': '/people/nobody',
  'a page past the end': listPagePath('/latest', 4),
  'page zero': '/latest/page/0',
  'a page number that is not a number': '/latest/page/two',
  'a page number with a sign': '/latest/page/+2',
  'a page number with a leading zero': '/latest/page/02',
  'a page of a list without pages': '/topics/page/2',
  'an impossible month': '/archive/2024/13',
  'a day without stories': '/archive/2024/11/01',
  'a broken escape': '/articles/%E0%A4%A',
  'a slash inside a name': '/api%2Freads',
  'the preview of a site that has no secret': '/api/preview?secret=x&slug=draft',
  'an internal address of the site': '/withdrawn/withdrawn',
  'the picture of a draft': '/photos/hidden.png',
  'the picture of a draft through the framework': '/_next/image?url=%2Fphotos%2Fhidden.png&w=640&q=75',
  'an unknown address with a slash at its end': '/nothing-here/',
  'framework data of a page': '/_next/data/build/latest.json',
  'an unknown address with an escape': '/%6eothing-here',
  'a picture outside the folder': '/photos/..%2Findex.json',
}

for (const [what, address] of Object.entries(unknown)) {
  test(`${what} is not found, and says so without scripts`, async ({ page }) => {
    const response = await page.goto(address)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(nothing)
    await expect(page.getByRole('link', { name: 'front page' })).toBeVisible()
  })
}

const moved: Record<string, [string, string]> = {
  'the first page under its number': ['/latest/page/1', '/latest'],
  'the first page of a topic under its number': ['/topics/life/page/1', '/topics/life'],
  'a former address of a story': [articlePath('first-address'), articlePath('moved')],
  'a later former address': [articlePath('second-address'), articlePath('moved')],
  'an address with a slash at its end': ['/latest/', '/latest'],
  'a former address with a slash at its end': [`${articlePath('first-address')}/`, articlePath('moved')],
  'a feed with an unnecessary escape': ['/topics/life/feed%2Exml', '/topics/life/feed.xml'],
  'a page of the publication with an unnecessary escape': ['/%73earch', '/search'],
  'an address for programs with an unnecessary escape': ['/api/%68ealth', '/api/health'],
  'the first page under an escaped number': ['/latest/page/%31', '/latest'],
  'a story with an unnecessary escape': ['/articles/%6d%6Fved', articlePath('moved')],
  'a withdrawn story with an unnecessary escape': ['/articles/%77ithdrawn', articlePath('withdrawn')],
}

for (const [what, [from, to]] of Object.entries(moved)) {
  test(`${what} redirects permanently`, async ({ request }) => {
    const response = await request.get(from, { maxRedirects: 0 })
    expect(response.status()).toBe(308)
    expect(new URL(response.headers().location ?? '', editions.life.url).pathname).toBe(to)
  })
}

test('no spelling of an address replaces a feed with another page', async ({ request }) => {
  for (const feed of ['/topics/life/feed.xml', '/people/speaker/feed.xml', '/corrections/feed.xml']) {
    for (const address of [feed, feed.replace('.', '%2E'), feed.replace('f', '%66'), feed]) {
      const response = await request.get(address)
      expect(response.headers()['content-type'], address).toContain('application/rss+xml')
    }
  }
})

for (const slug of ['draft', 'scheduled', 'withdrawn']) {
  test(`framework data of a ${slug} story are not available`, async ({ request }) => {
    const response = await request.get(`${articlePath(slug)}.rsc`, { headers: { RSC: '1' } })
    expect([404, 410]).toContain(response.status())
    expect(await response.text()).not.toMatch(/A draft|A story of the future|A story withdrawn/)
  })
}

test('a withdrawn story answers 410 with the reason', async ({ page }) => {
  const response = await page.goto(articlePath('withdrawn'))
  expect(response?.status()).toBe(410)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This story was withdrawn')
  await expect(page.getByText('The source took it back.')).toBeVisible()
})

test('an existing page of a list answers', async ({ page }) => {
  expect((await page.goto('/latest/page/3'))?.status()).toBe(200)
  await expect(page).toHaveTitle(/page 3/)
})

for (const form of ['NFC', 'NFD']) {
  test(`the longest Hangul address answers in the form ${form}`, async ({ page }) => {
    await page.goto('/archive/2024/11')
    const link = page.getByRole('link', { name: 'A very long address' })
    const slug = decodeURIComponent((await link.getAttribute('href')) ?? '').slice('/articles/'.length)
    expect(Buffer.byteLength(slug)).toBe(200)
    for (const attempt of ['first', 'second']) {
      const response = await page.goto(articlePath(slug.normalize(form)))
      expect(response?.status(), attempt).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('A very long address')
    }
  })
}

test('pictures are generated only in the widths that pages use', async ({ request }) => {
  expect((await request.get('/photos/public.png')).headers()['content-type']).toBe('image/png')
  for (const [accept, type] of Object.entries({ 'image/avif,image/webp,*/*': 'image/avif', '*/*': 'image/webp' })) {
    const response = await request.get('/photos/public.png?w=640', { headers: { Accept: accept } })
    expect(response.headers()).toMatchObject({ 'content-type': type, vary: expect.stringContaining('Accept') })
  }
  expect((await request.get('/photos/public.png?w=641')).status()).toBe(400)
})

test('a conditional request for an unknown address is not found either', async ({ request }) => {
  expect((await request.get('/nothing-here', { headers: { 'If-None-Match': '*' } })).status()).toBe(404)
})

test('pages allow only reading', async ({ request }) => {
  for (const address of ['/', '/latest', articlePath('moved')]) {
    const response = await request.post(address)
    expect(response.status(), address).toBe(405)
    expect(response.headers().allow).toBe('GET, HEAD')
  }
})

test('a browser with a very long User-Agent is answered like any other', async ({ request }) => {
  const headers = { 'User-Agent': `Mozilla/5.0 ${'a'.repeat(12_000)}` }
  expect((await request.get('/feed.xml', { headers })).status()).toBe(200)
})
