import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { articlePath, feedPath, personPath } from '#lib/rules/links'
import { findMarks, mark } from './leak'
import { leakEdition } from './leak-edition'
import { scanFiles } from './scan-files'
import { scanSite } from './scan-site'

const now = new Date('2024-11-24T00:00:00Z')
const headline = mark('scheduled', 'headline')
const page = (body: string) =>
  new Response(`<!DOCTYPE html><link rel="canonical" href="http://localhost:3000/">${body}`, {
    headers: { 'Content-Type': 'text/html' },
  })

/** A site with one page that links to its feed and has no other address. A test plants leaks in it. */
const siteWith = (planted: Record<string, () => Response>) => async (path: string) => {
  const found = planted[path] ?? (path === '/' ? () => page(`<a href="${feedPath}">Feed</a>`) : undefined)
  return found ? found() : new Response('Nothing here', { status: 404 })
}

async function leaksOf(planted: Record<string, () => Response>): Promise<string[]> {
  const { leaks } = await scanSite(siteWith(planted), async () => new Response(null, { status: 204 }), now)
  return leaks.map(({ where, what }) => `${where}: ${what}`)
}

test('a site without leaks has none, even if the search repeats the query', async () => {
  const search = `/search?q=${headline}`
  expect(await leaksOf({ [search]: () => page(`No stories match ${headline}`) })).toEqual([])
})

test('a leak is found in a page, a linked file, a header, bytes, and search results beyond the query', async () => {
  const planted = {
    [feedPath]: () =>
      new Response(`<rss><title>${headline}</title></rss>`, { headers: { 'Content-Type': 'text/xml' } }),
    '/robots.txt': () => new Response('', { headers: { Link: `</articles/${mark('draft', 'slug')}>` } }),
    [`/search?q=${headline.slice(0, -2)}xx`]: () => page(`Did you mean ${headline}?`),
  }
  expect(await leaksOf(planted)).toEqual([
    `/robots.txt: ${mark('draft', 'slug')}`,
    `${feedPath}: ${headline}`,
    `/search?q=${headline.slice(0, -2)}xx: ${headline}`,
  ])
})

test('an address of a hidden story must not answer 200', async () => {
  const person = personPath(mark('draft', 'person'))
  const data = `${articlePath(mark('scheduled', 'slug'))}.rsc`
  expect(await leaksOf({ [person]: () => page(''), [data]: () => page('') })).toEqual([
    `${person}: answers 200`,
    `${data}: answers 200`,
  ])
})

test('a leak is found in the content or name of a build file, except where no browser can reach it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-scan-'))
  for (const name of ['static', 'cache']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'static/a.js.map'), `sources: ${headline}`)
  writeFileSync(join(folder, `static/${mark('draft', 'photo')}.jpg`), 'bytes')
  writeFileSync(join(folder, 'cache/kept.json'), headline)
  expect(scanFiles(folder, /^cache\//).map(({ what }) => what)).toEqual([headline, mark('draft', 'photo')])
  rmSync(folder, { recursive: true })
})

test('every part of a hidden story contains marks, including the bytes of its pictures', async () => {
  const files = await leakEdition()
  const found = new Set(Object.entries(files).flatMap(([name, text]) => [...findMarks(name), ...findMarks(text)]))
  const fields = ['slug', 'headline', 'dek', 'kicker', 'place', 'caption', 'former', 'correction', 'body', 'quotation']
  for (const field of [...fields, 'bytes', 'innerbytes', 'person', 'name', 'point', 'address', 'audience', 'source']) {
    expect(found).toContain(mark('scheduled', field))
  }
  expect(found).toContain('2998-05')
})
