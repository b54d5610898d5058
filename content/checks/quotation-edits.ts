import { toDay } from '#lib/rules/dates'
import { lifeAt, type StoryDates } from '#lib/rules/story-life'
import type { BodyQuotation } from './body-references'
import type { CheckedDocument } from './check-document'
import { type ContentError, wholeFile } from './content-error'
import type { Known } from './known'
import { toWords } from './same-words'

type Correction = { at: string; text: string }

/**
 * One error for each quotation that readers have seen and that is gone or reads otherwise, at what stands in its place.
 * A correction that readers see and that the earlier version did not have answers for all of them, as does a story that
 * is withdrawn. New quotations are no edit.
 */
export function quotationErrors(before: CheckedDocument, after: CheckedDocument, { zone, now }: Known): ContentError[] {
  if (lifeAt(after.data as StoryDates, now) === 'withdrawn' || hasNewCorrection(before, after, now)) return []
  const withWords = (quotation: BodyQuotation) => ({ ...quotation, words: toWords(quotation.text) })
  const added = without(after, before, zone).map(withWords)
  return without(before, after, zone)
    .map(withWords)
    .map((lost) => {
      const at = added.findIndex(({ by, words }) => by === lost.by || words === lost.words)
      const [edited] = at === -1 ? [] : added.splice(at, 1)
      const { line, column } = edited ?? wholeFile
      const what = edited ? 'reads otherwise now' : 'is gone'
      const message = `<Quote by="${lost.by}"> "${lost.text}" was public and ${what}. Add a correction that tells readers, or restore it`
      return { file: after.file, line, column, field: 'body', message }
    })
}

/** The quotations of one version that another does not have, each as often as it lacks there. */
function without(one: CheckedDocument, other: CheckedDocument, zone: string): BodyQuotation[] {
  const there = other.quotations.map((quotation) => toKey(quotation, other, zone))
  return one.quotations.filter((quotation) => {
    const at = there.indexOf(toKey(quotation, one, zone))
    if (at !== -1) there.splice(at, 1)
    return at === -1
  })
}

/** Who said what to whom, on which day, and by what source; the story's day where none is given. */
function toKey({ by, text, on, to = '', source = '' }: BodyQuotation, { data }: CheckedDocument, zone: string): string {
  const day = on ?? toDay(new Date(String(data.publishedAt)).toISOString(), zone)
  return JSON.stringify([by, toWords(text), day, to, source])
}

/** Do readers see more corrections now? One that is worded anew, or whose time is to come, tells them nothing more. */
function hasNewCorrection(before: CheckedDocument, after: CheckedDocument, now: Date): boolean {
  const [known, shown] = [before, after].map((version) =>
    correctionsOf(version).filter(({ at }) => new Date(at) <= now),
  )
  return (shown?.length ?? 0) > (known?.length ?? 0)
}

const correctionsOf = ({ data }: CheckedDocument) => (data.corrections ?? []) as Correction[]
