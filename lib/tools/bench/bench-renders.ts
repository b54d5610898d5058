import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setCountedReads } from '#lib/publication/counted-reads'
import { toHour } from '#lib/publication/hot-this-week'
import { writeManifest } from '#lib/publish/write-manifest'
import { parseAddress } from '#lib/rules/addresses'
import { articlePath } from '#lib/rules/links'
import type { PageTarget } from '#lib/rules/page-target'
import { counters } from '#lib/runtime/counters'
import { PageStore } from '#lib/server/page-cache/page-store'
import { snapshotDir } from '#lib/snapshot/paths'
import { makeRandom } from '../testing/generate-stories'
import { makeArticle } from '../testing/make-article'
import { makeIndex } from '../testing/make-index'
import { tableRow, tableTop } from './table'

/**
 * `npm run bench -- renders [stories]`: pages that a server renders per minute while scores change every minute and
 * shown ranks every ten minutes, compared with a server that drops every page after a minute. The clock is simulated.
 */
const size = Number(process.argv[2] ?? '12500')
const minutes = 60
const requestsAMinute = 6000

const begin = Date.parse('2024-11-22T00:00:00Z')
const slugs = Array.from({ length: size }, (_, number) => `story-${number}`)
const root = mkdtempSync(join(tmpdir(), 'dateline-bench-renders-'))
writeContent()
process.chdir(root)
const random = makeRandom(5)
const store = new PageStore({
  // About 50 KB that compress to a tenth, like a story's page.
  renderPage: async (target) =>
    `<p>${JSON.stringify(target)}</p>${randomBytes(2500).toString('hex')}${'<p>'.repeat(15_000)}`,
  readPrerendered: async () => undefined,
  capacity: 96 * 2 ** 20,
})

const rows: [minute: number, rendered: number, asked: number][] = []
for (let minute = 0; minute < minutes; minute++) {
  const now = new Date(begin + minute * 60_000)
  countReads(minute, now)
  const before = counters.pagesRendered
  const asked = new Set<string>()
  for (let request = 0; request < requestsAMinute; request++) {
    const path = pickPath()
    asked.add(path)
    await store.get(toTarget(path), 'gzip', now)
  }
  rows.push([minute, counters.pagesRendered - before, asked.size])
}
rmSync(root, { recursive: true })

const mean = (place: 1 | 2, some: typeof rows) => some.reduce((sum, row) => sum + row[place], 0) / some.length
const steady = rows.slice(10)
console.log(`${size.toLocaleString('en')} stories, ${requestsAMinute.toLocaleString('en')} requests a minute`)
console.log(tableTop(['pages rendered a minute', 'kept while nothing changes', 'dropped after a minute']))
for (const [name, some] of [
  ['the first ten minutes', rows.slice(0, 10)],
  ['later, minutes in which a shown place changed', steady.filter(([minute]) => minute % 10 === 0)],
  ['later, the other minutes', steady.filter(([minute]) => minute % 10 !== 0)],
  ['later, all', steady],
] as const)
  console.log(tableRow([name, mean(1, some).toFixed(0), mean(2, some).toFixed(0)]))

function writeContent(): void {
  const articles = slugs.map((slug, number) =>
    makeArticle({ slug, publishedAt: new Date(begin - (number + 1) * 3_600_000).toISOString() }),
  )
  mkdirSync(join(root, snapshotDir), { recursive: true })
  writeFileSync(join(root, snapshotDir, 'index.json'), JSON.stringify(makeIndex({ articles })))
  writeManifest(join(root, snapshotDir), new Date(begin - 3_600_000))
}

/** Changes scores every minute. Every ten minutes the third and the fourth story of the list swap places. */
function countReads(minute: number, now: Date): void {
  const swapped = Math.floor(minute / 10) % 2
  const places = [0, 1, 2 + swapped, 3 - swapped, 4, 5, 6, 7]
  const reads = places.map((place, rank): [string, number] => [`story-${place}`, 10_000 - rank * 1000 + minute])
  setCountedReads({ reads: new Map([[toHour(now), new Map(reads)]]), countedAt: now })
}

/** One request in five is for the front page. The nth newest story is requested with a probability of about 1/n. */
function pickPath(): string {
  return random() < 0.2 ? '/' : articlePath(slugs[Math.floor(size ** random()) - 1] ?? 'story-0')
}

function toTarget(path: string): PageTarget {
  const address = parseAddress(path)
  if (!address) throw new Error(`${path} is no address`)
  return { status: 200, address, path }
}
