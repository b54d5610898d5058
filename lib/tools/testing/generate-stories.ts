import { hostileParagraph, isHostile, toHeadline } from './hostile-headlines'
import { documentFile, type EditionFiles, publicationFile } from './write-content'

const nouns =
  'ministry,market,bridge,harbor,council,river,factory,student,railway,festival,court,island,budget,storm,museum,union,patent,election,orchard,satellite'.split(
    ',',
  )
const verbs = 'opens,delays,reviews,rebuilds,defends,counts,questions,funds,moves,tests,welcomes,rejects'.split(',')
const moods = 'quiet,northern,second,costly,early,shared,narrow,public,rural,former,digital,coastal'.split(',')
const hangul = '서울,부산,경제,시장,정부,학생,문화,바다'.split(',')
const topics = 'politics,economy,science,culture,world,sports,health,travel,weather,law,한국'.split(',')
const people = Array.from({ length: 40 }, (_, number) => `speaker-${number + 1}`)

/** Random numbers below 1 from a seed (mulberry32), so that a folder of stories is the same on every machine. */
export function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A content folder of `count` varied stories of about 5 KB, one per hour, with everything that a body may contain. */
export function generateStories(count: number, seed = 1): EditionFiles {
  const random = makeRandom(seed)
  const pick = (list: string[]) => list[Math.floor(random() * list.length)] ?? ''
  const phrase = () =>
    `the ${pick(moods)} ${pick(nouns)} ${pick(verbs)} ${random() < 0.1 ? pick(hangul) : `a ${pick(nouns)}`}`
  const sentence = () => {
    const words = Array.from({ length: 1 + Math.floor(random() * 3) }, phrase).join(pick([', and ', '; ', ' while ']))
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  }
  const paragraph = () => Array.from({ length: 2 + Math.floor(random() * 4) }, sentence).join(' ')
  const block = (number: number): string => {
    const kind = random()
    if (kind < 0.12) return `<Quote by="${pick(people)}">\n${paragraph()}\n</Quote>`
    if (kind < 0.2)
      return `${sentence()} One of them called it <Quote by="${pick(people)}">${phrase()}</Quote> at noon.`
    if (kind < 0.28 && number > 1)
      return `${paragraph()} See [an earlier story](/articles/story-${1 + Math.floor(random() * (number - 1))}).`
    if (kind < 0.34) return `## ${phrase()}`
    if (kind < 0.4) return Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n')
    if (kind < 0.43)
      return `| Place | Count |\n|---|---|\n${Array.from({ length: 5 }, () => `| ${pick(hangul)} | ${Math.floor(random() * 900)} |`).join('\n')}`
    if (kind < 0.46) return `<KeyPoints>\n\n- ${sentence()}\n- ${sentence()}\n\n</KeyPoints>`
    return paragraph()
  }
  const story = (number: number) => {
    const blocks = Array.from({ length: 12 + Math.floor(random() * 12) }, () => block(number))
    return documentFile(
      {
        headline: toHeadline(sentence().slice(0, -1), number),
        dek: sentence().slice(0, 300),
        publishedAt: new Date(Date.UTC(2024, 10, 1) - (count - number) * 3_600_000).toISOString(),
        authors: [random() < 0.5 ? 'desk' : 'staff'],
        topics: [...new Set([pick(topics), pick(topics)])],
      },
      [...blocks, ...(isHostile(number) ? [hostileParagraph] : [])].join('\n\n'),
    )
  }
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return {
    'publication.yaml': publicationFile(topics.slice(0, 8), 'The Measured Times'),
    ...entries(topics, (topic) => [`topics/${topic}.mdx`, { title: topic, description: `All about ${topic}.` }]),
    ...entries(['desk', 'staff'], (author) => [
      `authors/${author}.mdx`,
      { name: `The ${author}`, kind: 'organization' },
    ]),
    ...entries(people, (person) => [
      `people/${person}.mdx`,
      { name: person, roles: [{ title: 'Speaker', institution: 'The House', from: '1900-01-01' }] },
    ]),
    ...Object.fromEntries(
      numbers.map((number) => [`articles/${Math.ceil(number / 500)}/story-${number}.mdx`, story(number)]),
    ),
  }
}

const entries = (slugs: string[], toEntry: (slug: string) => [string, Record<string, unknown>]) =>
  Object.fromEntries(slugs.map(toEntry).map(([file, fields]) => [file, documentFile(fields)]))
