import { toDay } from '#lib/rules/dates'
import { onceEach } from '#lib/rules/once-each'
import { type HeldRole, roleOn } from '#lib/rules/roles'
import { lifeAt, type StoryDates } from '#lib/rules/story-life'
import type { BodyQuotation } from './body-references'
import type { CheckedDocument } from './check-document'
import type { ContentError } from './content-error'
import type { Known } from './known'
import { hasWords, toWords } from './same-words'
import { toReadingError, withinTime } from './within-time'

type Spoken = BodyQuotation & { article: CheckedDocument; day: string }

/** Quotations belong to people: on its day the speaker held a role, and two stories quote the same words alike. */
export function checkQuotations(known: Known): ContentError[] {
  const spoken = [...known.documents.articles.values()].flatMap((article) => toSpoken(article, known.zone))
  const elsewhere = [known.documents.topics, known.documents.authors, known.documents.pages]
    .flatMap((documents) => [...documents.values()])
    .flatMap((article) => article.quotations.flatMap((quotation) => toDated(quotation, article)))
  const roleErrors = [...spoken, ...elsewhere].flatMap((quotation) => roleError(quotation, known))
  const sourced = spoken.filter(({ source }) => source)
  return [...roleErrors, ...agreementErrors(sourced.sort(byStory(known.now)))]
}

/** Without `on`, words were said on the story's day in the publication's zone. A story without a day is an error of its own. */
const toSpoken = onceEach((article: CheckedDocument, zone: string): Spoken[] => {
  const published = new Date(String(article.data.publishedAt))
  if (Number.isNaN(published.getTime())) return []
  const day = toDay(published.toISOString(), zone)
  return article.quotations.map((quotation) => ({ ...quotation, article, day: quotation.on ?? day }))
})

/** Outside stories only a quotation that gives its day can be held against the roles. */
const toDated = (quotation: BodyQuotation, article: CheckedDocument): Spoken[] =>
  quotation.on ? [{ ...quotation, article, day: quotation.on }] : []

function roleError({ by, day, article, line, column }: Spoken, known: Known): ContentError[] {
  const person = known.documents.people.get(by)
  if (!person || person.errors.length > 0 || roleOn(person.data.roles as HeldRole[], day)) return []
  const message = `"${by}" held no role on ${day}. Mend the day (on="…"), or add the role to people/${by}.mdx`
  return [{ file: article.file, line, column, field: 'body', message }]
}

/** Words with the same speaker, day and given source must be those of the earliest story that has them, or an excerpt. */
const agreementErrors = (spoken: Spoken[]): ContentError[] =>
  groupBySource(spoken).flatMap((group) => {
    const [first, second] = group
    if (!first || !second) return []
    try {
      return withinTime(() => errorsOfGroup(group), 1000)
    } catch (error) {
      if (!toReadingError(error)) throw error
      const { article, line, column } = first
      const message = 'takes more than a second to compare with the quotations of the same day and source. Shorten them'
      return [{ file: article.file, line, column, field: 'body', message }]
    }
  })

function errorsOfGroup(group: Spoken[]): ContentError[] {
  const full = group.filter(({ excerpt }) => !excerpt)
  const first = full.filter(({ article }) => article === full[0]?.article)
  const wordings = new Set(first.map((whole) => toWords(whole.text)))
  const inFull = full.map((whole) => whole.text).join(' ¶ ')
  return group.flatMap((quotation) => {
    const { excerpt, text, article, line, column } = quotation
    const agrees = excerpt
      ? full.length === 0 || hasWords(inFull, text)
      : article === first[0]?.article || wordings.has(toWords(text))
    if (agrees) return []
    const cure = excerpt ? 'Take the words from there' : 'Make the words the same, or mark a part with excerpt="true"'
    const message = `"${text}" differs from what ${first[0]?.article.file} quotes of the same day and source. ${cure}`
    return [{ file: article.file, line, column, field: 'body', message }]
  })
}

function groupBySource(spoken: Spoken[]): Spoken[][] {
  const groups = new Map<string, Spoken[]>()
  for (const quotation of spoken) {
    const key = [quotation.by, quotation.day, quotation.source].join(' ')
    const group = groups.get(key)
    if (group) group.push(quotation)
    else groups.set(key, [quotation])
  }
  return [...groups.values()]
}

/** Public stories first, as only they can set what others must agree with; then in the order of their times. */
const byStory = (now: Date) => (a: Spoken, b: Spoken) =>
  Number(isPublic(b, now)) - Number(isPublic(a, now)) ||
  Date.parse(String(a.article.data.publishedAt)) - Date.parse(String(b.article.data.publishedAt)) ||
  (a.article.file < b.article.file ? -1 : a.article.file > b.article.file ? 1 : a.line - b.line)

const isPublic = ({ article }: Spoken, now: Date) => lifeAt(article.data as StoryDates, now) === 'public'
