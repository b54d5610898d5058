import type { MetricObjectWithValues, MetricValue } from 'prom-client'
import type { Reader } from '#lib/reads/anonymize'
import type { Limit } from '../client-limits'

export type Metrics = MetricObjectWithValues<MetricValue<string>>[]

/** What a worker tells the primary. Those with an `id` are answered under it, or answer under it. */
export type FromWorker =
  /** It listens from now on; whatever was sent to it before is lost. */
  | { kind: 'joined'; snapshot: string }
  | { kind: 'read'; story: string; reader: Reader; time: number }
  | { kind: 'token'; id: number; limit: Limit; client: string; time: number; count: number | undefined }
  | { kind: 'charge'; limit: Limit; client: string; time: number; used: number }
  | { kind: 'tick'; id: number }
  | { kind: 'metrics'; id: number }
  | { kind: 'own metrics'; id: number; metrics: Metrics }
  | { kind: 'prepared'; id: number; snapshot: string }

/** What the primary tells a worker. `hours` are those whose reads changed; of the others the worker keeps what it has. */
export type FromPrimary =
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'counted'; hours: [hour: number, reads: ReadonlyMap<string, number>][]; kept: number[]; countedAt: number }
  | { kind: 'store'; isAway: boolean }
  | { kind: 'give metrics'; id: number }
  | { kind: 'prepare snapshot'; id: number }
  | { kind: 'take snapshot' }
