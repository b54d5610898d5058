import { periodsOf } from '#lib/rules/dates'
import type { Article } from '#lib/types'
import { getEdition } from './articles'

/** A year, month or day with stories, and how many. */
type Period = { name: string; stories: number }

/** The stories of a year (`2024`), month (`2024-11`) or day (`2024-11-22`), newest first. */
export const getPeriodArticles = (period: string, now: Date): Article[] => getEdition(now).byPeriod.get(period) ?? []

/** The years with stories, newest first. */
export const getYears = (now: Date): Period[] => periods(now, (name) => name.length === 4)

/** The next smaller periods in a year or month that have stories, newest first; none in a day. */
export const getPeriodsIn = (period: string, now: Date): Period[] =>
  periods(now, (name) => name.startsWith(`${period}-`) && name.length === period.length + 3)

const periods = (now: Date, isWanted: (name: string) => boolean): Period[] =>
  [...getEdition(now).byPeriod]
    .filter(([name]) => isWanted(name))
    .map(([name, articles]) => ({ name, stories: articles.length }))
    .sort((a, b) => (a.name < b.name ? 1 : -1))

/** The larger periods around one, the largest first: `2024` and `2024-11` around `2024-11-22`. */
export const toPeriodsAround = (period: string): string[] => periodsOf(period).filter((around) => around !== period)
