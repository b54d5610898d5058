import type { Worker } from 'node:cluster'
import { setTimeout } from 'node:timers/promises'
import type { FromPrimary, FromWorker } from './messages'

type Answer = Extract<FromWorker, { kind: 'own metrics' | 'prepared' }>

/** The workers that listen, and the snapshot that each answers from. */
export const joined = new Map<Worker, string>()

/** Questions to workers that are not answered yet. */
const waiting = new Map<number, (answer: Answer) => void>()
let lastId = 0

/** Sends a message to a worker, if it still runs. */
export function send(worker: Worker, message: FromPrimary): void {
  if (worker.isConnected()) worker.send(message, () => {})
}

/** Asks a worker. Gives undefined if it does not answer in time. */
export async function ask(worker: Worker, kind: 'give metrics' | 'prepare snapshot', maxMs: number) {
  const id = ++lastId
  const answered = new Promise<Answer>((done) => waiting.set(id, done))
  send(worker, { kind, id })
  const answer = await Promise.race([answered, setTimeout(maxMs, undefined, { ref: false })])
  waiting.delete(id)
  return answer
}

/** Hands a worker's answer to whoever asked. */
export const takeAnswer = (answer: Answer): void => waiting.get(answer.id)?.(answer)
