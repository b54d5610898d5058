import { expect, test } from '@playwright/test'
import { articlePath, personFeedPath } from '#lib/links'
import { editions } from './editions'

test.use({ baseURL: editions.life.url })

const addresses = {
  'a page': '/',
  'a story made on demand': articlePath('many-5'),
  'a withdrawn story': articlePath('withdrawn'),
  'an unknown address': '/nothing-here',
  'a story that moved': articlePath('first-address'),
  'an address with a slash too many': '/latest/',
  'a feed': personFeedPath('speaker'),
  'a picture': '/photos/public.png?w=160',
  'a wrong width': '/photos/public.png?w=161',
  'the icon': '/icon.svg',
  "the framework's files": '/_next/static/nothing.js',
}

for (const [what, address] of Object.entries(addresses)) {
  test(`${what} says what it may do`, async ({ request }) => {
    for (const attempt of ['first', 'second']) {
      const headers = (await request.get(address, { maxRedirects: 0 })).headersArray()
      const values = (name: string) => headers.filter((one) => one.name.toLowerCase() === name).map((one) => one.value)
      const [policy, ...others] = values('content-security-policy')
      expect(others).toEqual([])
      expect(policy, attempt).toContain("default-src 'none'; script-src 'self' 'inline-speculation-rules';")
      expect(policy).toMatch(/base-uri 'none'; frame-ancestors 'none'/)
      expect(values('x-content-type-options')).toEqual(['nosniff'])
      expect(values('referrer-policy')).toEqual(['strict-origin-when-cross-origin'])
      expect(values('permissions-policy')).toEqual([expect.stringContaining('camera=()')])
      expect(values('cross-origin-opener-policy')).toEqual(['same-origin'])
      expect(values('x-powered-by')).toEqual([])
    }
  })
}

test('the next story is made ready when a reader is about to follow its link', async ({ page }) => {
  await page.goto('/latest')
  const prepared = page.context().waitForEvent('request', (request) => request.url().includes('/articles/'))
  await page.getByRole('heading', { level: 3 }).getByRole('link').first().hover()
  expect((await prepared).headers()['sec-purpose']).toMatch(/prefetch/)
})
