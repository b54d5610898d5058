import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { writeManifest } from '#lib/publish/write-manifest'
import type { SearchableStory, StoryTexts } from '#lib/search/write-search-index'
import { snapshotDir } from '#lib/snapshot/paths'
import { generateStories, makeRandom } from '../testing/generate-stories'

const partSize = 500

/** A generated story with everything that the search indexes. */
type CorpusStory = StoryTexts & { slug: string; publishedAt: string }

/**
 * Writes generated stories in the form that the search indexes, and the small index that the site reads. Generated
 * stories repeat few words, so each gets 40 of 30,000 made-up words, the nth with a probability of 1/n as in natural
 * language.
 */
export function writeSearchCorpus(root: string, size: number): void {
  const random = makeRandom(7)
  const files = Object.entries(generateStories(size)).filter(([file]) => file.startsWith('articles/'))
  const stories = files.map(([file, text]): CorpusStory & { topics: string[] } => {
    const [, matter = '', body = ''] = String(text).split('---\n')
    const { headline, dek, publishedAt, topics } = parse(matter)
    return {
      ...{ headline, dek, publishedAt, topics },
      slug: file.slice(file.lastIndexOf('/') + 1, -'.mdx'.length),
      body: `${toPlainText(body)} ${rareWords(random)}`,
      names: 'The desk',
      labels: topics.join('\n'),
    }
  })
  mkdirSync(join(root, 'parts'))
  const newestFirst = stories.reverse()
  for (let start = 0; start < size; start += partSize) {
    const part = JSON.stringify(newestFirst.slice(start, start + partSize))
    writeFileSync(join(root, 'parts', `${String(start).padStart(7, '0')}.json`), part)
  }
  const publication = { name: 'T', tagline: 'T', language: 'en', timeZone: 'Asia/Seoul', publisher: 'T', topics: [] }
  const articles = newestFirst.map(({ slug, headline, dek, publishedAt, topics }) => ({
    ...{ slug, headline, dek, publishedAt, topics, id: slug },
    ...{ authors: ['desk'], people: [], photos: [], timesQuoted: [] },
  }))
  const rest = { topics: [], authors: [], people: [], pages: [], photos: {}, standingPhotos: [], standingPeople: [] }
  writeFileSync(join(root, snapshotDir, 'index.json'), JSON.stringify({ publication, articles, ...rest }))
  writeManifest(join(root, snapshotDir), new Date())
}

/** Text without tags, addresses and markup characters. This is precise enough for generated stories. */
const toPlainText = (body: string) => body.replace(/<[^>]+>|\]\([^)]*\)|[[#|-]+/g, ' ')

/** The stories of the working directory, newest first. */
export function* readSearchCorpus(): Generator<CorpusStory> {
  for (const part of readdirSync('parts').sort()) yield* JSON.parse(readFileSync(join('parts', part), 'utf8'))
}

/** A story in the form that the index takes. */
export const toSearchable = (story: CorpusStory): SearchableStory => ({ ...story, key: story.slug, texts: () => story })

const syllables = 'ba,co,di,fer,gu,han,ji,kol,lem,mu,nor,pa,ris,sul,ta,vek'.split(',')

/** The nth made-up word. */
export function rareWord(number: number): string {
  const rest = Math.floor(number / syllables.length)
  return `${rest > 0 ? rareWord(rest) : 'qu'}${syllables[number % syllables.length]}`
}

const rareWords = (random: () => number) =>
  Array.from({ length: 40 }, () => rareWord(Math.floor(30_000 ** random()))).join(' ')
