import { goBack, publishContent } from '#lib/publish/publish-content'
import { watchContent } from '#lib/publish/watch-content'
import { refuseWrongEnvironment } from '#lib/runtime/refuse-wrong-environment'

/**
 * `npm run publish`: brings running sites that share `DATA_DIR` up to date with the words. With `--watch` whenever the
 * folder has changed and come to rest; with `--back` the snapshot before serves again.
 */
refuseWrongEnvironment()
// Servers may run under a user of their own.
process.umask(0o022)
const [option, ...rest] = process.argv.slice(2)
if (rest.length > 0 || !['--watch', '--back', undefined].includes(option)) {
  console.error('Use "npm run publish", "npm run publish -- --watch" or "npm run publish -- --back".')
  process.exitCode = 1
} else if (option === '--watch') {
  // While it watches, its code may be brought up to date, and the bundle with this part be removed.
  await import('#lib/publish/run-contentlayer')
  await watchContent(publishContent, 100)
} else {
  process.exitCode = (await (option === '--back' ? goBack() : publishContent())) ? 0 : 1
}
