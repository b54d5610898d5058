import type { Instrumentation } from 'next'

/** What a server does once before it answers. Where it cannot, it ends, where Next would stay and answer 500 to all. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  try {
    await prepare()
  } catch (error) {
    if (process.env.NODE_ENV !== 'production') throw error
    console.error(error)
    process.exit(1)
  }
}

async function prepare(): Promise<void> {
  const { refuseWrongEnvironment } = await import('#lib/server/refuse-wrong-environment')
  const { TRUSTED_PROXIES, METRICS_TOKEN } = refuseWrongEnvironment()
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  const { noteClientAddresses } = await import('#lib/server/client-address')
  const { startCountingReads } = await import('#lib/server/count-reads')
  noteClientAddresses(TRUSTED_PROXIES)
  startCountingReads()
  if (process.env.NODE_ENV !== 'production') return
  const { openNewsstand } = await import('#lib/server/newsstand')
  openNewsstand()
  // Where our own entry did not start this process, others see to its logs and to its end.
  if (!process.env.NEXT_MANUAL_SIG_HANDLE) return
  const { reportRequests } = await import('#lib/server/report-requests')
  const { drainOnSignals } = await import('#lib/server/drain')
  reportRequests(METRICS_TOKEN !== undefined)
  drainOnSignals()
}

/** Tells the operator of a fault of the site's own, where Next answers 500. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { reportFault } = await import('#lib/server/report-requests')
  reportFault(error, request)
}
