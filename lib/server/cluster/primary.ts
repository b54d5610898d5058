import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { AggregatorRegistry } from 'prom-client'
import { readGeneration, readServingFault } from '../../content'
import { type CountedReads, getCountedReads } from '../../counted-reads'
import type { Environment } from '../../env'
import { flushLog, logFault, logNotice } from '../../log'
import { takeToken } from '../client-limits'
import { getReadCounter, startCountingReads } from '../count-reads'
import { getMetrics } from '../metrics'
import type { FromPrimary, FromWorker, Metrics } from './messages'

/** After how many milliseconds the primary ends on a signal, whatever hangs; a worker ends after nine seconds. */
const maxDrainMs = 9500

/** How long a worker must have lived, in milliseconds, to be replaced at once when it ends by itself. */
const minLifeMs = 1000

let isDraining = false
let lastId = 0
let told: CountedReads | undefined
let wasAway = false
const waiting = new Map<number, (metrics: Metrics) => void>()
/** What waits until a worker has read a newer generation. */
const preparing = new Map<number, () => void>()
let generation = ''

/**
 * The parent of several servers on one port (`node:cluster`). What there must be once for all is here: the counter of
 * reads, and with it one hot list, and the limits of clients.
 */
export async function startPrimary({ WEB_CONCURRENCY, METRICS_TOKEN, PORT }: Environment): Promise<void> {
  cluster.setupPrimary({ serialization: 'advanced' })
  if (METRICS_TOKEN) getMetrics()
  await startCountingReads()
  setInterval(tellCounts, 200).unref()
  generation = nameGeneration()
  setInterval(tellGeneration, 1000).unref()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => drain(signal))
  const workers = Array.from({ length: WEB_CONCURRENCY }, startWorker)
  await Promise.all(workers.map((worker) => once(worker, 'listening')))
  logNotice('ready', { port: PORT, processes: WEB_CONCURRENCY, ms: Math.round(performance.now()) })
}

function startWorker(): Worker {
  const begun = performance.now()
  const worker = cluster.fork()
  worker.on('online', () => {
    send(worker, { kind: 'store', isAway: getReadCounter().isAway })
    if (told) send(worker, toCounts(told, undefined))
  })
  worker.on('message', (message: FromWorker) => void take(worker, message))
  worker.on('exit', (code, signal) => {
    if (isDraining) return
    if (performance.now() - begun < minLifeMs) process.exit(code || 1)
    logFault('A process of the server ended and is replaced', { code, signal })
    startWorker()
  })
  return worker
}

const getWorkers = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)

function send(worker: Worker, message: FromPrimary): void {
  if (worker.isConnected()) worker.send(message)
}

async function take(worker: Worker, message: FromWorker): Promise<void> {
  switch (message.kind) {
    case 'read':
      return getReadCounter().take(message.story, message.reader, new Date(message.time))
    case 'own metrics':
      return waiting.get(message.id)?.(message.metrics)
    case 'prepared':
      return preparing.get(message.id)?.()
    default:
      send(worker, { kind: 'answer', id: message.id, value: await answer(message) })
  }
}

async function answer(message: Extract<FromWorker, { kind: 'token' | 'tick' | 'metrics' }>): Promise<unknown> {
  if (message.kind === 'token') return takeToken(message.limit, message.client, message.time)
  if (message.kind === 'metrics') return gatherMetrics()
  await getReadCounter().tick(new Date())
  return tellCounts()
}

/** Tells all workers at once what was counted since they were last told. */
function tellCounts(): void {
  const { isAway } = getReadCounter()
  if (isAway !== wasAway) for (const worker of getWorkers()) send(worker, { kind: 'store', isAway })
  wasAway = isAway
  const counted = getCountedReads()
  if (!counted || counted === told) return
  const message = toCounts(counted, told)
  for (const worker of getWorkers()) send(worker, message)
  told = counted
}

/** The generation that serves, and what is wrong with a newer one. */
const nameGeneration = () => `${readGeneration().id} ${readGeneration().since} ${readServingFault()}`

/** How long workers are waited for, in milliseconds, that read a newer generation. */
const maxPrepareMs = 5000

/** Lets all workers read a newer generation, and then answer from it at the same time. */
async function tellGeneration(): Promise<void> {
  const newest = nameGeneration()
  if (newest === generation) return
  generation = newest
  const prepared = getWorkers().map((worker) => {
    const id = ++lastId
    const own = new Promise<void>((done) => preparing.set(id, done))
    send(worker, { kind: 'prepare generation', id })
    return own.finally(() => preparing.delete(id))
  })
  await Promise.race([Promise.all(prepared), setTimeout(maxPrepareMs)])
  for (const worker of getWorkers()) send(worker, { kind: 'take generation' })
}

function toCounts({ reads, countedAt }: CountedReads, before: CountedReads | undefined): FromPrimary {
  const isKept = ([hour, stories]: [number, unknown]) => before?.reads.get(hour) === stories
  const [kept, hours] = [[...reads].filter(isKept), [...reads].filter((entry) => !isKept(entry))]
  return { kind: 'counted', hours, kept: kept.map(([hour]) => hour), countedAt: +countedAt }
}

/** The measurements of all processes as one, in Prometheus' text format. A process that does not answer is left out. */
async function gatherMetrics(): Promise<string> {
  const answers = getWorkers().map(async (worker) => {
    const id = ++lastId
    const own = new Promise<Metrics>((done) => waiting.set(id, done))
    send(worker, { kind: 'give metrics', id })
    const metrics = await Promise.race([own, setTimeout(1000, [] as Metrics)])
    waiting.delete(id)
    return metrics
  })
  const all = await Promise.all([getMetrics().registry.getMetricsAsJSON(), ...answers])
  return AggregatorRegistry.aggregate(all).metrics()
}

async function drain(signal: NodeJS.Signals): Promise<void> {
  if (isDraining) return
  isDraining = true
  const workers = getWorkers()
  for (const worker of workers) worker.process.kill(signal)
  await Promise.race([Promise.all(workers.map((worker) => once(worker, 'exit'))), setTimeout(maxDrainMs)])
  await Promise.race([getReadCounter().close(new Date()), setTimeout(maxDrainMs - 9000)])
  flushLog()
  process.exit(0)
}
