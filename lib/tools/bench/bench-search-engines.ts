import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { getEdition } from '#lib/publication/articles'
import { search } from '#lib/search/search'
import { openSearchIndex } from '#lib/search/search-index'
import { writeSearchIndex } from '#lib/search/write-search-index'
import { searchIndexName, snapshotDir } from '#lib/snapshot/paths'
import { rareWord, readSearchCorpus, toSearchable } from './bench-search-corpus'

/** Prints the cost of one step of one engine, as JSON on the last line. Memory and sizes are in megabytes. */
export type Built = { seconds: number; size: number; memory: number }
type Kind = { kind: string; stories: number; perSecond: number; p50: number; p99: number }
export type Served = { readyMs: number; memory: number; kinds: Kind[] }

type Engine = { file: string; build(file: string): void; open(file: string): Promise<(q: string) => Promise<number>> }

const megabyte = 1024 * 1024
const now = new Date('2024-12-01')
const fields = ['headline', 'dek', 'body', 'names', 'labels']

/**
 * MiniSearch as its documentation recommends: all words must match, the last one also as a prefix, with one typo
 * allowed per five letters.
 */
const options = { idField: 'slug', fields, storeFields: ['headline', 'dek'] }
const boost = { headline: 10, dek: 4, names: 6, labels: 3 }

const engines: Record<string, Engine> = {
  SQLite: {
    file: join(snapshotDir, searchIndexName),
    build: (file) => writeSearchIndex(file, [...readSearchCorpus()].map(toSearchable)),
    async open(file) {
      const index = await openSearchIndex(join(process.cwd(), file))
      return async (q) => (await search(index, { q, topic: '', from: '', to: '', page: 1 }, now)).total
    },
  },
  MiniSearch: {
    file: 'minisearch.json',
    build(file) {
      const index = new MiniSearch(options)
      for (const story of readSearchCorpus()) index.add(story)
      writeFileSync(file, JSON.stringify(index))
    },
    async open(file) {
      const index = MiniSearch.loadJSON(readFileSync(file, 'utf8'), options)
      const { bySlug } = getEdition(now)
      return async (q) =>
        index
          .search(q, { boost, combineWith: 'AND', prefix: (_, i, terms) => i === terms.length - 1, fuzzy: 0.2 })
          .filter(({ id }) => bySlug.has(id)).length
    },
  },
}

const nouns = ['market', 'bridge', 'harbor', 'council', 'river', 'factory', 'student', 'railway']
const queries: Record<string, (number: number) => string> = {
  'common word': (n) => nouns[n % 8] ?? '',
  'two common words': (n) => `${nouns[n % 8]} ${nouns[(n * 3 + 1) % 8]}`,
  'rare word': (n) => rareWord(500 + n * 37),
  'common and rare word': (n) => `${nouns[n % 8]} ${rareWord(500 + n * 37)}`,
  beginning: (n) => rareWord(300 + n * 17).slice(0, 6),
  'two letters of Hangul': (n) => ['서울', '부산', '경제', '시장'][n % 4] ?? '',
  'misspelt word': (n) => `${nouns[n % 8]?.slice(0, 3)}x${nouns[n % 8]?.slice(3)}`,
  'nothing to find': (n) => `zzyzx${n}`,
}

const [, , step, name = ''] = process.argv
const engine = engines[name]
if (!engine) throw new Error(`There is no engine "${name}"`)
console.log(JSON.stringify(step === 'build' ? build(engine) : await serve(engine)))

/** CPU milliseconds of this process so far. Other programs on the machine do not lengthen them. */
function clock(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function build({ file, build }: Engine): Built {
  const start = clock()
  build(file)
  const seconds = (clock() - start) / 1000
  return { seconds, size: statSync(file).size / megabyte, memory: process.resourceUsage().maxRSS / 1024 }
}

async function serve({ file, open }: Engine): Promise<Served> {
  getEdition(now)
  const start = clock()
  const find = await open(file)
  const readyMs = clock() - start
  const kinds: Kind[] = []
  for (const [kind, query] of Object.entries(queries)) kinds.push({ kind, ...(await measure(find, query)) })
  return { readyMs, memory: process.memoryUsage().rss / megabyte, kinds }
}

/** Runs at least 50 queries of a kind, and more for up to a second. */
async function measure(
  find: (q: string) => Promise<number>,
  query: (number: number) => string,
): Promise<Omit<Kind, 'kind'>> {
  const times: number[] = []
  const start = clock()
  let stories = await find(query(0))
  while (times.length < 50 || (clock() - start < 1000 && times.length < 5000)) {
    const before = clock()
    stories = Math.max(stories, await find(query(times.length)))
    times.push(clock() - before)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  const total = times.reduce((sum, time) => sum + time, 0)
  return { stories, perSecond: (times.length / total) * 1000, p50: at(0.5), p99: at(0.99) }
}
