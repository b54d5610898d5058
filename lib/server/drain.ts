import { setTimeout } from 'node:timers/promises'
import { flushLog, logNotice } from '../log'
import { getReadCounter } from './count-reads'
import { serverState } from './server-state'

/** For how long a server still takes requests after `SIGTERM`, and says that it goes, so that proxies look elsewhere. */
const notice = 2000

/** After how many milliseconds requests that have not ended are cut off; a supervisor waits for ten seconds. */
const patience = 7000

/** Ends the process with code 0 on `SIGTERM` and `SIGINT`, after its requests are answered and its reads written. */
export function drainOnSignals(): void {
  for (const [signal, wait] of [
    ['SIGTERM', notice],
    ['SIGINT', 0],
  ] as const)
    process.on(signal, () => drain(signal, wait))
}

async function drain(signal: string, wait: number): Promise<void> {
  if (serverState.isDraining) return
  serverState.isDraining = true
  logNotice('draining', { signal })
  // Whatever hangs, the process ends.
  const end = setTimeout(notice + patience).then(() => finish())
  await setTimeout(wait)
  await Promise.race([closeServers(), setTimeout(patience - wait)])
  await Promise.race([getReadCounter().close(new Date()), end])
  finish()
}

/** Takes no more connections, waits for the requests under way, and ends the connections that nobody uses. */
async function closeServers(): Promise<void> {
  for (const server of serverState.servers) server.close()
  while (serverState.underway > 0) await setTimeout(50)
  for (const server of serverState.servers) server.closeAllConnections()
}

function finish(): never {
  logNotice('stopped')
  flushLog()
  process.exit(0)
}
