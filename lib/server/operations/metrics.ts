import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { parseAddress } from '#lib/rules/addresses'
import { counters } from '#lib/runtime/counters'
import type { AnsweredRequest } from './observe-requests'

/** Prometheus' text format. */
export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE

const counted = {
  pagesRendered: ['dateline_pages_printed_total', 'Pages that were rendered'],
  pagesFromMemory: ['dateline_pages_handed_out_total', 'Pages that went out as they were in memory'],
  readsTaken: ['dateline_reads_taken_total', 'Reads that were taken in to be counted'],
  storeFailures: ['dateline_read_store_failures_total', 'Times that the store of reads failed'],
  errors: ['dateline_errors_total', 'Requests that ended in an error of the site'],
} as const

let opened: ReturnType<typeof openMetrics> | undefined

/** The metrics as Prometheus' text, of this process or of all processes of the server. */
let source = (): Promise<string> => getMetrics().registry.metrics()

export const readMetrics = (): Promise<string> => source()

export function setMetricsSource(other: () => Promise<string>): void {
  source = other
}

/** The metrics of this server. Requests are labelled by kind and status, never by address. */
export function getMetrics() {
  opened ??= openMetrics()
  return opened
}

function openMetrics() {
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
  for (const [what, [name, help]] of Object.entries(counted)) {
    new Counter({
      ...{ name, help, registers },
      collect() {
        this.reset()
        this.inc(counters[what as keyof typeof counted])
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
}

/** The kind of an address, so that the number of labels does not grow with the number of stories. */
function toKind(path: string): string {
  const address = path.startsWith('/') ? parseAddress(path) : undefined
  if (!address) return path.startsWith('/_next/') ? 'framework' : 'unknown'
  return address.kind === 'archive-period' ? 'archive' : address.kind
}
