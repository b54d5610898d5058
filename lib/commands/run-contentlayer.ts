import { rm } from 'node:fs/promises'
import { type Config, generateDotpkg, getConfig, runMain } from '@contentlayer2/core'

/** The rules are read once a run; the words every time. */
let config: Config | undefined

/**
 * Lets Contentlayer type every document, without the effect tracing of its command, which costs more a story the
 * more stories there are. Its own cache goes by modification time and is left unused. Exits with 1 on a failure.
 */
export async function runContentlayer(): Promise<void> {
  await rm('.contentlayer/.cache', { recursive: true, force: true })
  await rm('.contentlayer/generated', { recursive: true, force: true })
  // Contentlayer takes $PWD for its root unless told, and that is not always where the command runs.
  const options = { tracingServiceName: 'dateline', verbose: false, customCwd: process.cwd() as never }
  config ??= await runMain<Config>(options)(getConfig({ configPath: 'content/contentlayer.config.ts' }))
  await runMain(options)(generateDotpkg({ config, verbose: false }))
}
