import { rm } from 'node:fs/promises'
import { generateDotpkg, runMain } from '@contentlayer2/core'
import source from '#content/contentlayer.config'

/**
 * Lets Contentlayer type the words that were copied for it, without the effect tracing of its command, which costs
 * more a story the more stories there are. Its own cache goes by modification time and is left unused, and the rules
 * are ours, already loaded: it would bundle them once more. Exits with 1 on a failure.
 */
export async function runContentlayer(): Promise<void> {
  await rm('.contentlayer/.cache', { recursive: true, force: true })
  await rm('.contentlayer/generated', { recursive: true, force: true })
  const config = { source: await source('dateline'), esbuildHash: 'dateline', filePath: '' as never }
  // Contentlayer takes $PWD for its root unless told, and that is not always where the command runs.
  const options = { tracingServiceName: 'dateline', verbose: false, customCwd: process.cwd() as never }
  await runMain(options)(generateDotpkg({ config, verbose: false }))
}
