import { getTopic } from '#lib/publication/topics'
import { isCalendarDay } from '#lib/rules/dates'
import type { Messages } from '#lib/types'
import { maxLetters, maxTerms, maxUnspaced, toTerms } from './search-query'
import { isUnspaced } from './search-text'

/** What a reader asks the search for; days are of the publication's zone, and both count. */
export type SearchRequest = { q: string; topic: string; from: string; to: string; page: number }

/** Reads a search from its address; what is not there is empty. A page that is no positive number is 0. */
export function readSearchRequest(params: URLSearchParams): SearchRequest {
  const value = (name: string) =>
    (params.get(name) ?? '')
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
  const page = params.get('page') ?? '1'
  const number = /^[1-9]\d{0,8}$/.test(page) ? Number(page) : 0
  return { q: value('q'), topic: value('topic'), from: value('from'), to: value('to'), page: number }
}

/** What is wrong with a search, in words for its reader; nothing when it can be made. */
export function errorsOf({ q, topic, from, to }: SearchRequest, { errors }: Messages['search']): string[] {
  const letters = [...q].length
  if (letters > maxLetters) return [errors.tooLong(maxLetters, letters)]
  const terms = toTerms(q)
  const longest = Math.max(...terms.map(({ text }) => (isUnspaced(text) ? [...text].length : 0)))
  const badDays = [from, to].filter((day) => day !== '' && !isCalendarDay(day))
  return [
    ...(terms.length > maxTerms ? [errors.tooManyWords(maxTerms, terms.length)] : []),
    ...(longest > maxUnspaced ? [errors.withoutSpaces(maxUnspaced)] : []),
    ...(topic !== '' && !getTopic(topic) ? [errors.unknownTopic] : []),
    ...badDays.map((day) => errors.notADate(day.slice(0, 20))),
    ...(badDays.length === 0 && from && to && from > to ? [errors.lastBeforeFirst] : []),
  ]
}
