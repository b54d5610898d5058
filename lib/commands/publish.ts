import { watch } from 'node:fs'
import { contentDir } from '#content/content-dir'
import { refuseWrongEnvironment } from '#lib/server/refuse-wrong-environment'
import { holdLock } from './hold-lock'
import { publishWords } from './publish-words'
import { choose, findPrevious, publishedFolder } from './published'

/**
 * `npm run publish`: brings running sites that share `DATA_DIR` up to date with the words. With `--watch` whenever the
 * folder has changed and come to rest; with `--back` the generation before serves again.
 */
refuseWrongEnvironment()
const [option, ...rest] = process.argv.slice(2)
if (rest.length > 0 || !['--watch', '--back', undefined].includes(option)) {
  console.error('Use "npm run publish", "npm run publish -- --watch" or "npm run publish -- --back".')
  process.exitCode = 1
} else if (option === '--back') {
  process.exitCode = (await goBack()) ? 0 : 1
} else {
  process.exitCode = (await publishWords()) ? 0 : 1
  if (option === '--watch') watchWords()
}

async function goBack(): Promise<boolean> {
  const lock = await holdLock(publishedFolder())
  const previous = findPrevious()
  if (previous) choose(previous, new Date())
  lock.release()
  if (previous) console.log(`Generation ${previous} serves again.`)
  else console.error('There is no earlier generation to go back to.')
  return previous !== undefined
}

/** For how many milliseconds nothing may have changed before the words are read. */
function watchWords(rest = 300): void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const publish = () => publishWords().then(() => {}, console.error)
  watch(contentDir(), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(publish)
    }, rest)
  }).on('error', console.error)
  console.log(`Watching ${contentDir()}.`)
}
