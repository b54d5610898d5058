import { noteClientAddresses } from './client-address'
import { startCountingReads } from './count-reads'
import { drainOnSignals } from './drain'
import { openNewsstand } from './newsstand'
import { refuseWrongEnvironment } from './refuse-wrong-environment'
import { reportRequests } from './report-requests'

/** Makes a server of this process. Where it cannot, the process ends, where Next would stay and answer 500 to all. */
export function prepareServer(): void {
  try {
    prepare()
  } catch (error) {
    if (process.env.NODE_ENV !== 'production') throw error
    console.error(error)
    process.exit(1)
  }
}

function prepare(): void {
  const { TRUSTED_PROXIES, METRICS_TOKEN } = refuseWrongEnvironment()
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  noteClientAddresses(TRUSTED_PROXIES)
  startCountingReads()
  if (process.env.NODE_ENV !== 'production') return
  openNewsstand()
  // Where our own entry did not start this process, others see to its logs and to its end.
  if (!process.env.NEXT_MANUAL_SIG_HANDLE) return
  reportRequests(METRICS_TOKEN !== undefined)
  drainOnSignals()
}
