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

/** A site of one page that links to its feed and knows no other address, but for what is planted in it. */
const siteWith = (planted: Record<string, () => Response>) => async (path: string) => {
  const found = planted[path] ?? (path === '/' ? () => page(`<a href="${feedPath}">Feed</a>`) : undefined)
  return found ? found() : new Response('Nothing here', { status: 404 })
}

async function leaksOf(planted: Record<string, () => Response>): Promise<string[]> {
  const { leaks } = await scanSite(siteWith(planted), async () => new Response(null, { status: 204 }), now)
  return leaks.map(({ where, what }) => `${where}: ${what}`)
}

test('a site that tells nothing has no leaks, though a search repeats what was asked', async () => {
  const search = `/search?q=${headline}`
  expect(await leaksOf({ [search]: () => page(`No stories match ${headline}`) })).toEqual([])
})

test('a leak is found in a page, in what a page leads to, in a header, in bytes, and in what a search says beyond its question', async () => {
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

test('an address of something hidden may not answer at all', async () => {
  const person = personPath(mark('draft', 'person'))
  const data = `${articlePath(mark('scheduled', 'slug'))}.rsc`
  expect(await leaksOf({ [person]: () => page(''), [data]: () => page('') })).toEqual([
    `${person}: answers 200`,
    `${data}: answers 200`,
  ])
})

test('a leak is found in a file of the build, by its name too, but not in what no browser reaches', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-scan-'))
  for (const name of ['static', 'cache']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'static/a.js.map'), `sources: ${headline}`)
  writeFileSync(join(folder, `static/${mark('draft', 'photo')}.jpg`), 'bytes')
  writeFileSync(join(folder, 'cache/kept.json'), headline)
  expect(scanFiles(folder, /^cache\//).map(({ what }) => what)).toEqual([headline, mark('draft', 'photo')])
  rmSync(folder, { recursive: true })
})

test('marks stand in every part of a hidden story, the bytes of its pictures included', async () => {
  const files = await leakEdition()
  const found = new Set(Object.entries(files).flatMap(([name, text]) => [...findMarks(name), ...findMarks(text)]))
  const fields = ['slug', 'headline', 'dek', 'kicker', 'place', 'caption', 'former', 'correction', 'body', 'quotation']
  for (const field of [...fields, 'bytes', 'innerbytes', 'person', 'name', 'point', 'address', 'audience', 'source']) {
    expect(found).toContain(mark('scheduled', field))
  }
  expect(found).toContain('2998-05')
})
