/** Refuses to start in a wrong environment: Next would go on and answer 500. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { refuseWrongEnvironment } = await import('#lib/server/refuse-wrong-environment')
  refuseWrongEnvironment()
}
