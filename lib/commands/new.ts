import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parse } from 'yaml'
import { checkContent } from '#content/checks/check-content'
import { formatError } from '#content/checks/content-error'
import { fileKinds, publicationFile } from '#content/checks/content-files'
import { listContent } from '#content/checks/list-files'
import { readText } from '#content/checks/read-text'
import { contentDir } from '#content/content-dir'
import { toDay } from '#lib/rules/dates'
import { articlePath, isSlug } from '#lib/rules/links'
import type { Publication } from '#lib/types'

/**
 * `npm run new -- "Headline"`: creates a draft that passes the checks, with an unused slug and the current time in the
 * publication's zone.
 */
const headline = process.argv.slice(2).join(' ').trim()
if (headline === '') stop('Give the headline: npm run new -- "Talks Resume in Geneva"')
if ([...headline].length > 120) stop(`The headline has ${[...headline].length} characters. Shorten it to at most 120.`)

const { errors } = await checkContent(new Date())
const inTheWay = errors
  .filter(
    ({ file, field }) => ['publication.yaml', '.'].includes(file) || (field === 'file' && isFolderOfStories(file)),
  )
  .map(formatError)
if (inTheWay.length > 0) stop(`Mend the publication first:\n${inTheWay.join('\n')}`)

const publication: Publication = parse(textOf(publicationFile.file))
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

/** The letters and digits of the headline, in any script, in at most 100 bytes. */
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
  const stories = listContent().documents.filter(({ folder }) => folder === 'articles')
  const former = stories
    .map(({ file }) => /^formerSlugs:[^\n]*(\n[ -][^\n]*)*/m.exec(textOf(file))?.[0] ?? '')
    .join('\n')
  const taken = new Set([...stories.map(({ slug }) => slug), ...(former.match(/[\p{L}\p{N}\p{M}-]+/gu) ?? [])])
  let slug = wanted
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`
  return slug
}

function textOf(file: string): string {
  const read = readText(file, fileKinds.articles.maxBytes)
  return 'text' in read ? read.text : ''
}

/** Allows only plain story folders: a symbolic link in their place would put the draft elsewhere. */
function isFolderOfStories(file: string): boolean {
  return /^articles(\/\d+)*$/.test(file)
}

function firstOf(kind: string): string | undefined {
  return listContent().documents.find(({ folder }) => folder === kind)?.slug
}

/** Formats a time as the zone's local time with its offset: `2024-11-22T09:30:00+09:00`. */
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
