import { count } from '#lib/rules/count'
import type { Result } from './rule'

/** At most this many errors per rule are printed. */
const most = 20

/** The report: each rule with the number of addresses it checked, then its errors and how to fix them. */
export function formatReport(results: Result[]): string {
  const lines = results.flatMap(({ fact, cure, checked, errors }) => [
    `${errors.length === 0 ? (checked === 0 ? '-' : '✓') : '✗'} ${fact}: ${summary(checked, errors.length)}`,
    ...errors.slice(0, most).map(({ address, what }) => `    ${decodeURI(address)}: ${what}`),
    ...(errors.length > most ? [`    … and ${errors.length - most} more`] : []),
    ...(errors.length > 0 ? [`    Cure: ${cure}`] : []),
  ])
  const failed = results.filter(({ errors }) => errors.length > 0).length
  return [...lines, '', `${count(results.length, 'fact', 'facts')} held against the site, ${failed} failed.`].join('\n')
}

const summary = (checked: number, errors: number) =>
  `${checked} checked${errors > 0 ? `, ${count(errors, 'error', 'errors')}` : ''}`
