/** Refuses to start in a wrong environment, where Next would go on and answer 500, and opens the newsstand of a production server. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { refuseWrongEnvironment } = await import('#lib/server/refuse-wrong-environment')
  refuseWrongEnvironment()
  if (process.env.NODE_ENV !== 'production') return
  const { openNewsstand } = await import('#lib/server/newsstand')
  openNewsstand()
}
