import type { Worker } from 'node:cluster'
import { type CountedReads, getCountedReads } from '#lib/publication/counted-reads'
import { getReadCounter } from '#lib/reads/count-reads'
import type { FromPrimary } from './messages'
import { joined, send } from './workers'

/** The counts that workers were told last, and whether the store was away then. */
let told: CountedReads | undefined
let wasAway = false

/** Tells a worker that has just started what the others know. */
export function tellNewcomer(worker: Worker): void {
  send(worker, { kind: 'store', isAway: getReadCounter().isAway })
  if (told) send(worker, toCounts(told, undefined))
}

/** Tells all workers at once what was counted since they were last told. */
export function tellCounts(): void {
  const { isAway } = getReadCounter()
  if (isAway !== wasAway) for (const worker of joined.keys()) send(worker, { kind: 'store', isAway })
  wasAway = isAway
  const counted = getCountedReads()
  if (!counted || counted === told) return
  const message = toCounts(counted, told)
  for (const worker of joined.keys()) send(worker, message)
  told = counted
}

function toCounts({ reads, countedAt }: CountedReads, before: CountedReads | undefined): FromPrimary {
  const isKept = ([hour, stories]: [number, unknown]) => before?.reads.get(hour) === stories
  const [kept, hours] = [[...reads].filter(isKept), [...reads].filter((entry) => !isKept(entry))]
  return { kind: 'counted', hours, kept: kept.map(([hour]) => hour), countedAt: +countedAt }
}
