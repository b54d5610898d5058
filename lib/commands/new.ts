import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parse } from 'yaml'
import { contentDir } from '#content/content-dir'
import { toDay } from '#lib/dates'
import { articlePath, isSlug } from '#lib/links'
import type { Publication } from '#lib/types'

/** `npm run new -- "Headline"`: a draft that passes the checks, under an unused slug, dated now in the publication's zone. */
const headline = process.argv.slice(2).join(' ').trim()
if (headline === '') stop('Give the headline: npm run new -- "Talks Resume in Geneva"')
if ([...headline].length > 120) stop(`The headline has ${[...headline].length} characters. Shorten it to at most 120.`)

const publication: Publication = parse(readFileSync(join(contentDir(), 'publication.yaml'), 'utf8'))
const author = firstOf('authors') ?? stop('There is no author yet. Add one to authors/, then run this again.')
const topic =
  publication.topics[0] ?? firstOf('topics') ?? stop('There is no topic yet. Add one to topics/, then run this again.')

const now = new Date()
const [year, month] = toDay(now.toISOString(), publication.timeZone).split('-')
const slug = unusedSlug(toSlug(headline))
const file = join(contentDir(), 'articles', `${year}`, `${month}`, `${slug}.mdx`)
const text = `---
headline: ${JSON.stringify(headline)}
dek: "To be written: one sentence that says what happened and why it matters."
publishedAt: ${toZonedTime(now, publication.timeZone)}
authors: [${JSON.stringify(author)}]
topics: [${JSON.stringify(topic)}]
status: draft
---

The first paragraph.
`
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, text, { flag: 'wx' })
console.log(`${relative(process.cwd(), file)}\n${decodeURI(articlePath(slug))}`)

/** The headline's letters and digits of any script, in at most 100 bytes. */
function toSlug(words: string): string {
  const parts =
    words
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  let slug = ''
  for (const part of parts) {
    const longer = slug === '' ? part : `${slug}-${part}`
    if (Buffer.byteLength(longer) > 100) break
    slug = longer
  }
  return isSlug(slug) ? slug : 'story'
}

function unusedSlug(wanted: string): string {
  const names = documents('articles')
  const texts = names.map((name) => readFileSync(join(contentDir(), 'articles', name), 'utf8').split('\n---')[0] ?? '')
  const taken = new Set(names.map((name) => name.slice(name.lastIndexOf('/') + 1, -'.mdx'.length).normalize('NFC')))
  const isTaken = (slug: string) =>
    taken.has(slug) || texts.some((text) => text.includes('formerSlugs') && text.includes(slug))
  let slug = wanted
  for (let number = 2; isTaken(slug); number++) slug = `${wanted}-${number}`
  return slug
}

function documents(folder: string): string[] {
  const path = join(contentDir(), folder)
  if (!existsSync(path)) return []
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.mdx')).sort()
}

function firstOf(folder: string): string | undefined {
  const name = documents(folder)[0]
  return name?.slice(name.lastIndexOf('/') + 1, -'.mdx'.length)
}

/** `2024-11-22T09:30:00+09:00`, as a clock in the zone shows it. */
function toZonedTime(time: Date, zone: string): string {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' } as const
  const [day, clock] = new Intl.DateTimeFormat('sv-SE', options).format(time).split(' ')
  const offset = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).format(time)
  return `${day}T${clock}${/GMT([+-]\d{2}:\d{2})/.exec(offset)?.[1] ?? 'Z'}`
}

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}
