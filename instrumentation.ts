import type { Instrumentation } from 'next'

/** Exits if an environment variable is invalid. Our own server checks this itself. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { refuseWrongEnvironment } = await import('#lib/runtime/refuse-wrong-environment')
  refuseWrongEnvironment()
}

/** Reports an error of the site to the operator. Next answers 500. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { reportError } = await import('#lib/server/operations/report-error')
  reportError(error, request)
}
