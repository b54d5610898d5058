import type { Instrumentation } from 'next'

/** Refuses to start with an environment that cannot be right. Our own server does so itself. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { refuseWrongEnvironment } = await import('#lib/runtime/refuse-wrong-environment')
  refuseWrongEnvironment()
}

/** Tells the operator of an error of the site's own, where Next answers 500. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { reportError } = await import('#lib/server/operations/report-error')
  reportError(error, request)
}
