/** What a server does once before it answers. It refuses to start in a wrong environment, where Next would answer 500. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { refuseWrongEnvironment } = await import('#lib/server/refuse-wrong-environment')
  const { TRUSTED_PROXIES } = refuseWrongEnvironment()
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  const { noteClientAddresses } = await import('#lib/server/client-address')
  const { startCountingReads } = await import('#lib/server/count-reads')
  noteClientAddresses(TRUSTED_PROXIES)
  startCountingReads()
}
