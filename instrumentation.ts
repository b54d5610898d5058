import type { Instrumentation } from 'next'

/** What a server does once before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { prepareServer } = await import('#lib/server/prepare-server')
  prepareServer()
}

/** Tells the operator of a fault of the site's own, where Next answers 500. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { reportFault } = await import('#lib/server/report-requests')
  reportFault(error, request)
}
