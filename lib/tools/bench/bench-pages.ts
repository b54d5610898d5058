import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { snapshotDir } from '#lib/snapshot/paths'
import type { StoryQuotation, TimesQuoted } from '#lib/types'
import { makeRandom } from '../testing/generate-stories'
import { makeArticle } from '../testing/make-article'
import { makeIndex } from '../testing/make-index'
import type { PageCost } from './measure-pages'
import { tableRow, tableTop } from './table'

/** `npm run bench -- pages [sizes]`: the cost of finding the data of a page, by number of stories. */
const sizes = (process.argv[2] ?? '2000,12500,50000').split(',').map(Number)
const results = sizes.map(measure)

console.log(tableTop(['CPU ms for', ...sizes.map((size) => `${size.toLocaleString('en')} stories`), 'grows with']))
for (const [place, { name, growsWith }] of (results[0] ?? []).entries()) {
  const times = results.map((costs) => costs[place]?.milliseconds ?? 0)
  console.log(tableRow([name, ...times.map((time) => time.toFixed(time < 10 ? 3 : 0)), growsWith]))
}

/** Writes the output of the content step for this many stories and measures it in a separate process. */
function measure(size: number): PageCost[] {
  const root = mkdtempSync(join(tmpdir(), 'dateline-bench-pages-'))
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  mkdirSync(join(root, snapshotDir, 'quotations'), { recursive: true })
  const random = makeRandom(3)
  const below = (end: number) => Math.floor(random() * end)
  const topics = Array.from({ length: 20 }, (_, number) => `topic-${number}`)
  const people = Array.from({ length: Math.ceil(size / 50) }, (_, number) => `person-${number}`)
  // Some people are quoted far more often than others.
  const speaker = () => people[Math.floor(people.length * random() ** 3)] ?? ''
  const articles = Array.from({ length: size }, (_, number) => {
    const speakers = [...new Set([speaker(), speaker()])]
    const publishedAt = new Date(Date.UTC(2024, 10, 1) - number * 3_600_000).toISOString()
    return makeArticle({
      slug: `story-${number}`,
      publishedAt,
      topics: [...new Set([topics[below(20)] ?? '', topics[below(20)] ?? ''])],
      people: speakers,
      timesQuoted: speakers.map(() => [1, publishedAt.slice(0, 10)] as TimesQuoted),
    })
  })
  const index = makeIndex({
    articles,
    topics: topics.map((slug) => ({ slug, title: slug, description: slug })),
    authors: [{ slug: 'desk', name: 'The desk', kind: 'organization' }],
    people: people.map((slug) => ({ slug, name: slug, roles: [] })),
  })
  index.publication.topics = topics.slice(0, 8)
  writeFileSync(join(root, snapshotDir, 'index.json'), JSON.stringify(index))
  for (const person of people) {
    const said = articles.filter((article) => article.people.includes(person)).map(({ slug }) => quote(person, slug))
    writeFileSync(join(root, snapshotDir, 'quotations', `${person}.json`), JSON.stringify(said))
  }
  const script = resolve('lib/tools/bench/measure-pages.ts')
  const { stdout, stderr, status } = spawnSync('npx', ['--no-install', 'tsx', script], { cwd: root, encoding: 'utf8' })
  rmSync(root, { recursive: true })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

function quote(by: string, story: string): StoryQuotation {
  return {
    by,
    story,
    id: 'quotation-1',
    text: 'Somebody said about so much, which a reader can take in.',
  } as StoryQuotation
}
