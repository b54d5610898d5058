import cluster from 'node:cluster'
import { getCountedReads, setCountedReads } from '#lib/publication/counted-reads'
import { setReadCounter } from '#lib/reads/count-reads'
import type { Counter } from '#lib/reads/read-counter'
import { takeSnapshotsWhenTold } from '#lib/snapshot/load'
import { setClientLimits } from '../client-limits'
import { getMetrics, setMetricsSource } from '../operations/metrics'
import type { FromPrimary, FromWorker } from './messages'

/** Set in the environment of processes that our own primary starts: others may be started by another program's cluster. */
export const workerVariable = 'DATELINE_WORKER'

export const isWorker = cluster.isWorker && process.env[workerVariable] !== undefined

/** For how many milliseconds an answer of the primary is waited for. */
const maxAnswerMs = 5000

let lastId = 0
let isAway = false
const waiting = new Map<number, (value: unknown) => void>()
let snapshots: ReturnType<typeof takeSnapshotsWhenTold> | undefined

/** Lets the primary do what is done once for all processes: looking for newer content, counting reads, limits of clients, and metrics. */
export function joinPrimary(): void {
  const told = takeSnapshotsWhenTold()
  snapshots = told
  process.on('message', take)
  setReadCounter(counter)
  setClientLimits({
    take: (limit, client, time, count) => ask<number>({ kind: 'token', limit, client, time, count }),
    charge: (limit, client, time, used) => void send({ kind: 'charge', limit, client, time, used }),
  })
  setMetricsSource(() => ask<string>({ kind: 'metrics' }))
  send({ kind: 'joined', snapshot: told.name() })
}

type Question<T = FromWorker> = T extends { id: number } ? Omit<T, 'id'> : never

/** A primary that is gone takes this process with it. */
const send = (message: FromWorker) => process.send?.(message, () => {})

/** Rejects when the primary does not answer. */
function ask<Value>(question: Question): Promise<Value> {
  const id = ++lastId
  return new Promise((done, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(id)
      reject(new Error(`The primary process does not answer "${question.kind}"`))
    }, maxAnswerMs)
    waiting.set(id, (value) => {
      clearTimeout(timer)
      done(value as Value)
    })
    send({ ...question, id } as FromWorker)
  })
}

/** The primary's counter. Messages come in order: whoever waits for a tick knows that its reads were taken in. */
const counter: Counter = {
  take(story, reader, now) {
    send({ kind: 'read', story, reader, time: +now })
  },
  tick: () => ask({ kind: 'tick' }),
  get isAway() {
    return isAway
  },
  close: () => ask({ kind: 'tick' }),
}

function take(message: FromPrimary): void {
  switch (message.kind) {
    case 'answer':
      waiting.get(message.id)?.(message.value)
      waiting.delete(message.id)
      return
    case 'counted': {
      const known = getCountedReads()?.reads
      const kept = message.kept.map((hour) => [hour, known?.get(hour) ?? new Map<string, number>()] as const)
      setCountedReads({ reads: new Map([...kept, ...message.hours]), countedAt: new Date(message.countedAt) })
      return
    }
    case 'store':
      isAway = message.isAway
      return
    case 'prepare snapshot':
      send({ kind: 'prepared', id: message.id, snapshot: snapshots?.prepare() ?? '' })
      return
    case 'take snapshot':
      snapshots?.take()
      return
    case 'give metrics': {
      const { id } = message
      getMetrics()
        .registry.getMetricsAsJSON()
        .then((metrics) => send({ kind: 'own metrics', id, metrics }))
    }
  }
}
