import { toDay } from '#lib/dates'
import type { BodyQuotation } from './body-references'
import type { CheckedDocument } from './check-document'
import { type Fault, wholeFile } from './fault'
import type { Known } from './known'
import { toWords } from './same-words'

type Correction = { at: string; text: string }

/**
 * One fault for each quotation that readers have seen and that is gone or reads otherwise, at what stands in its place.
 * A correction that the earlier version did not have answers for all of them. New quotations are no edit.
 */
export function quotationFaults(before: CheckedDocument, after: CheckedDocument, { zone }: Known): Fault[] {
  if (after.data.withdrawn || hasNewCorrection(before, after)) return []
  const added = without(after, before, zone)
  return without(before, after, zone).map((lost) => {
    const at = added.findIndex(({ by, text }) => by === lost.by || toWords(text) === toWords(lost.text))
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

function hasNewCorrection(before: CheckedDocument, after: CheckedDocument): boolean {
  const known = new Set(correctionsOf(before).map(({ at, text }) => at + text))
  return correctionsOf(after).some(({ at, text }) => !known.has(at + text))
}

const correctionsOf = ({ data }: CheckedDocument) => (data.corrections ?? []) as Correction[]
