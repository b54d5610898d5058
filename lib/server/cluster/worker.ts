import { takeGenerationsWhenTold } from '../../content'
import { getCountedReads, setCountedReads } from '../../counted-reads'
import { setTokenTaker } from '../client-limits'
import { setReadCounter } from '../count-reads'
import { getMetrics, setMetricsSource } from '../metrics'
import type { Counter } from '../read-counter'
import type { FromPrimary, FromWorker } from './messages'

let lastId = 0
let isAway = false
const waiting = new Map<number, (value: unknown) => void>()
let generations: ReturnType<typeof takeGenerationsWhenTold> | undefined

/** Lets the primary do what is done once for all processes: looking for newer content, counting reads, limits of clients, and metrics. */
export function joinPrimary(): void {
  generations = takeGenerationsWhenTold()
  process.on('message', take)
  setReadCounter(counter)
  setTokenTaker((limit, client, time) => ask<number>({ kind: 'token', limit, client, time }))
  setMetricsSource(() => ask<string>({ kind: 'metrics' }))
}

type Question<T = FromWorker> = T extends { id: number } ? Omit<T, 'id'> : never

const send = (message: FromWorker) => process.send?.(message)

function ask<Value>(question: Question): Promise<Value> {
  const id = ++lastId
  return new Promise((done) => {
    waiting.set(id, done as (value: unknown) => void)
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
    case 'answer': {
      waiting.get(message.id)?.(message.value)
      waiting.delete(message.id)
      return
    }
    case 'counted': {
      const known = getCountedReads()?.reads
      const kept = message.kept.map((hour) => [hour, known?.get(hour) ?? new Map<string, number>()] as const)
      setCountedReads({ reads: new Map([...kept, ...message.hours]), countedAt: new Date(message.countedAt) })
      return
    }
    case 'store': {
      isAway = message.isAway
      return
    }
    case 'prepare generation': {
      generations?.prepare()
      send({ kind: 'prepared', id: message.id })
      return
    }
    case 'take generation': {
      generations?.take()
      return
    }
    case 'give metrics': {
      const { id } = message
      getMetrics()
        .registry.getMetricsAsJSON()
        .then((metrics) => send({ kind: 'own metrics', id, metrics }))
    }
  }
}
