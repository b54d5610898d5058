import { count } from '#lib/rules/count'
import type { Result } from './rule'

/** How many faults of one fact are printed. */
const most = 20

/** The report: every fact with how many addresses it was held against, and below it where it failed and what to do. */
export function formatReport(results: Result[]): string {
  const lines = results.flatMap(({ fact, cure, checked, faults }) => [
    `${faults.length === 0 ? (checked === 0 ? '-' : '✓') : '✗'} ${fact}: ${summary(checked, faults.length)}`,
    ...faults.slice(0, most).map(({ address, what }) => `    ${decodeURI(address)}: ${what}`),
    ...(faults.length > most ? [`    … and ${faults.length - most} more`] : []),
    ...(faults.length > 0 ? [`    Cure: ${cure}`] : []),
  ])
  const failed = results.filter(({ faults }) => faults.length > 0).length
  return [...lines, '', `${count(results.length, 'fact', 'facts')} held against the site, ${failed} failed.`].join('\n')
}

const summary = (checked: number, faults: number) =>
  `${checked} checked${faults > 0 ? `, ${count(faults, 'fault', 'faults')}` : ''}`
