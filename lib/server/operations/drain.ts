import type { Server } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { getReadCounter } from '#lib/reads/count-reads'
import { flushLog, logNotice } from '#lib/runtime/log'
import { serverState } from './server-state'

/** After `SIGTERM`, health answers 503 for so many milliseconds so that proxies stop sending requests. */
const noticeMs = 2000

/** After so many milliseconds, unfinished requests are cut off. Supervisors usually wait ten seconds. */
const drainTimeoutMs = 7000

/** Ends the process with code 0 on `SIGTERM` and `SIGINT`, after its requests are answered and its reads written. */
export function drainOnSignals(server: Server): void {
  for (const [signal, wait] of [
    ['SIGTERM', noticeMs],
    ['SIGINT', 0],
  ] as const)
    process.on(signal, () => drain(server, signal, wait))
}

async function drain(server: Server, signal: string, wait: number): Promise<void> {
  if (serverState.isDraining) return
  serverState.isDraining = true
  logNotice('draining', { signal })
  // The process exits even if something hangs.
  const end = setTimeout(noticeMs + drainTimeoutMs).then(() => finish())
  await setTimeout(wait)
  await Promise.race([closeServer(server), setTimeout(drainTimeoutMs - wait)])
  await Promise.race([getReadCounter().close(new Date()), end])
  finish()
}

/** Accepts no more connections, waits for open requests, and closes idle connections. */
async function closeServer(server: Server): Promise<void> {
  server.close()
  while (serverState.underway > 0) await setTimeout(50)
  server.closeAllConnections()
}

function finish(): never {
  logNotice('stopped')
  flushLog()
  process.exit(0)
}
