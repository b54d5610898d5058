import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { parseAddress } from '../addresses'
import { oncePerProcess } from '../once-per-process.mjs'
import { tally } from '../tally.mjs'
import type { AnsweredRequest } from './watch-requests'

const tallied = {
  pagesPrinted: ['dateline_pages_printed_total', 'Pages that were made'],
  pagesHandedOut: ['dateline_pages_handed_out_total', 'Pages that were handed out as they were made before'],
  readsTaken: ['dateline_reads_taken_total', 'Reads that were taken in to be counted'],
  storeFailures: ['dateline_read_store_failures_total', 'Times that the store of reads failed'],
  faults: ['dateline_faults_total', 'Requests that ended in a fault of the site'],
} as const

/** The measurements of this server, for Prometheus. Requests are told apart by kind and status, never by address. */
export const getMetrics = () =>
  oncePerProcess('metrics', () => {
    const registry = new Registry()
    const registers = [registry]
    collectDefaultMetrics({ register: registry })
    const requests = new Counter({
      ...{ name: 'dateline_requests_total', help: 'Requests answered', registers },
      labelNames: ['kind', 'status'],
    })
    const durations = new Histogram({
      ...{ name: 'dateline_request_duration_seconds', help: 'Time from a request to the end of its answer', registers },
      labelNames: ['kind'],
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    })
    for (const [what, [name, help]] of Object.entries(tallied)) {
      new Counter({
        ...{ name, help, registers },
        collect() {
          this.reset()
          this.inc(tally[what as keyof typeof tallied])
        },
      })
    }
    return {
      registry,
      count({ path, status, seconds }: AnsweredRequest): void {
        const kind = toKind(path)
        requests.inc({ kind, status })
        durations.observe({ kind }, seconds)
      },
    }
  })

/** What kind of address a path is: one of a few, however many stories there are. */
function toKind(path: string): string {
  const address = path.startsWith('/') ? parseAddress(path) : undefined
  if (!address) return path.startsWith('/_next/') ? 'framework' : 'unknown'
  return address.kind === 'standing' ? address.name || 'front-page' : address.kind
}
