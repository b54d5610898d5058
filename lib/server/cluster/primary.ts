import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { AggregatorRegistry } from 'prom-client'
import { getReadCounter, startCountingReads } from '#lib/reads/count-reads'
import type { Environment } from '#lib/runtime/env'
import { flushLog, logError, logNotice } from '#lib/runtime/log'
import { nameSnapshot } from '#lib/snapshot/load'
import { getClientLimits } from '../client-limits'
import { getMetrics } from '../operations/metrics'
import type { FromWorker, Metrics } from './messages'
import { tellCounts, tellNewcomer } from './tell-counts'
import { workerVariable } from './worker'
import { ask, joined, send, takeAnswer } from './workers'

/** After how many milliseconds the primary ends on a signal, whatever hangs; a worker ends after nine seconds. */
const maxDrainMs = 9500

/** How many milliseconds after the start of a worker another may take its place, so that one that cannot start costs little. */
const restartMs = 1000

/** For how many milliseconds workers are waited for that read a newer snapshot, or tell their metrics. */
const [maxPrepareMs, maxMetricsMs] = [5000, 1000]

let isReady = false
let isDraining = false
let isPreparing = false

/**
 * The parent of several servers on one port (`node:cluster`). What there must be once for all is here: the counter of
 * reads, and with it one hot list, the limits of clients, and the moment from which newer content is shown.
 */
export async function startPrimary({ WEB_CONCURRENCY, METRICS_TOKEN, PORT }: Environment): Promise<void> {
  cluster.setupPrimary({ serialization: 'advanced' })
  if (METRICS_TOKEN) getMetrics()
  await startCountingReads()
  setInterval(tellCounts, 200).unref()
  setInterval(tellSnapshot, 200).unref()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => drain(signal))
  const workers = Array.from({ length: WEB_CONCURRENCY }, startWorker)
  await Promise.all(workers.map((worker) => once(worker, 'listening')))
  isReady = true
  logNotice('ready', { port: PORT, processes: WEB_CONCURRENCY, ms: Math.round(performance.now()) })
}

function startWorker(): Worker {
  const begun = performance.now()
  const worker = cluster.fork({ [workerVariable]: '1' })
  worker.on('message', (message: FromWorker) => take(worker, message).catch(report))
  // A message could not be sent, as the worker ended: that is told below.
  worker.on('error', () => {})
  worker.on('exit', async (code, signal) => {
    joined.delete(worker)
    if (isDraining) return
    // What keeps one from starting keeps all.
    if (!isReady) process.exit(code || 1)
    logError('A process of the server ended and is replaced', { code, signal })
    await setTimeout(Math.max(0, begun + restartMs - performance.now()))
    if (!isDraining) startWorker()
  })
  return worker
}

const report = (error: unknown) => logError('A process of the server could not be answered', { error: String(error) })

async function take(worker: Worker, message: FromWorker): Promise<void> {
  switch (message.kind) {
    case 'joined':
      joined.set(worker, message.snapshot)
      return tellNewcomer(worker)
    case 'read':
      return getReadCounter().take(message.story, message.reader, new Date(message.time))
    case 'charge':
      return getClientLimits().charge(message.limit, message.client, message.time, message.used)
    case 'own metrics':
    case 'prepared':
      return takeAnswer(message)
    default:
      send(worker, { kind: 'answer', id: message.id, value: await answer(message) })
  }
}

async function answer(message: Extract<FromWorker, { kind: 'token' | 'tick' | 'metrics' }>): Promise<unknown> {
  if (message.kind === 'token')
    return getClientLimits().take(message.limit, message.client, message.time, message.count)
  if (message.kind === 'metrics') return gatherMetrics()
  await getReadCounter().tick(new Date())
  return tellCounts()
}

/** Lets workers that answer from another snapshot read the one that serves, and then answer from it at the same time. */
async function tellSnapshot(): Promise<void> {
  const newest = nameSnapshot()
  const behind = [...joined].filter(([, snapshot]) => snapshot !== newest).map(([worker]) => worker)
  if (isPreparing || behind.length === 0) return
  isPreparing = true
  const prepared = await Promise.all(
    behind.map(async (worker) => [worker, await ask(worker, 'prepare snapshot', maxPrepareMs)] as const),
  )
  isPreparing = false
  for (const [worker, answer] of prepared) {
    if (answer?.kind !== 'prepared') continue
    send(worker, { kind: 'take snapshot' })
    if (joined.has(worker)) joined.set(worker, answer.snapshot)
  }
}

/** The measurements of all processes as one, in Prometheus' text format. A process that does not answer is left out. */
async function gatherMetrics(): Promise<string> {
  const answers = [...joined.keys()].map(async (worker): Promise<Metrics> => {
    const answer = await ask(worker, 'give metrics', maxMetricsMs)
    return answer?.kind === 'own metrics' ? answer.metrics : []
  })
  const all = await Promise.all([getMetrics().registry.getMetricsAsJSON(), ...answers])
  return AggregatorRegistry.aggregate(all).metrics()
}

async function drain(signal: NodeJS.Signals): Promise<void> {
  if (isDraining) return
  isDraining = true
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
  for (const worker of workers) worker.process.kill(signal)
  const ended = workers.map((worker) => once(worker.process, 'exit').catch(report))
  await Promise.race([Promise.all(ended), setTimeout(maxDrainMs)])
  await Promise.race([getReadCounter().close(new Date()), setTimeout(maxDrainMs - 9000)])
  flushLog()
  process.exit(0)
}
