import { goBack, publishContent } from '#lib/publish/publish-content'
import { watchContent } from '#lib/publish/watch-content'
import { refuseWrongEnvironment } from '#lib/runtime/refuse-wrong-environment'

/**
 * `npm run publish`: publishes the content to the running sites that share `DATA_DIR`. With `--watch`, publishes after
 * each change of the content folder, once it is stable. With `--back`, makes the previous snapshot current again.
 */
refuseWrongEnvironment()
// Servers may run as another user and must be able to read the files.
process.umask(0o022)
const [option, ...rest] = process.argv.slice(2)
if (rest.length > 0 || !['--watch', '--back', undefined].includes(option)) {
  console.error('Use "npm run publish", "npm run publish -- --watch" or "npm run publish -- --back".')
  process.exitCode = 1
} else if (option === '--watch') {
  // Load this now: an update during the watch may remove the bundle that contains it.
  await import('#lib/publish/run-contentlayer')
  await watchContent(publishContent, 100)
} else {
  process.exitCode = (await (option === '--back' ? goBack() : publishContent())) ? 0 : 1
}
