import { toDay } from '#lib/rules/dates'
import { roleOn } from '#lib/rules/roles'
import { readQuotations } from '#lib/snapshot/files'
import { readIndex } from '#lib/snapshot/load'
import type { Article, Person, Role, SpokenQuotation } from '#lib/types'
import { getArticle, getEdition } from './articles'
import { findInIndex } from './find-in-index'
import { keepForEdition } from './once-per-edition'

const findPerson = (slug: string): Person | undefined => findInIndex('people', slug)

/** Somebody whom a public page quotes; nobody else has a page, lest it tell of stories to come. */
export const getPerson = (slug: string, now: Date): Person | undefined =>
  getEdition(now).speakers.has(slug) ? findPerson(slug) : undefined

/** Everybody whom a public story quotes, by name. */
export const getPeople = (now: Date): Person[] =>
  readIndex()
    .people.filter(({ slug }) => getEdition(now).byPerson.has(slug))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))

/** Those whom a story quotes, in the order in which they speak. */
export const getPeopleOf = ({ people }: Article): Person[] => people.flatMap((slug) => findPerson(slug) ?? [])

/** Every quotation of a person in public stories: the latest said first, those of one day as the stories have them. */
export function getQuotationsOf(slug: string, now: Date): SpokenQuotation[] {
  const roles = findPerson(slug)?.roles ?? []
  const zone = readIndex().publication.timeZone
  return readQuotations(slug)
    .flatMap((quotation) => {
      const article = getArticle(quotation.story, now)
      if (!article) return []
      const day = quotation.on ?? toDay(article.publishedAt, zone)
      return [{ ...quotation, article, day, role: roleOn(roles, day) }]
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}

/** How many quotations a person has in public stories, and the role held at the latest. Reads no quotation. */
export const getQuotationSummary = keepForEdition((slug: string, now): { total: number; role: Role | undefined } => {
  const summary = { total: 0, lastDay: '' }
  for (const { people, timesQuoted } of getEdition(now).byPerson.get(slug) ?? []) {
    const [times, lastDay] = timesQuoted[people.indexOf(slug)] ?? [0, '']
    summary.total += times
    if (lastDay > summary.lastDay) summary.lastDay = lastDay
  }
  return { total: summary.total, role: roleOn(findPerson(slug)?.roles ?? [], summary.lastDay) }
})
