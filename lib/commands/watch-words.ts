import { basename } from 'node:path'
import { watch } from 'chokidar'
import { isPassedOver } from '#content/checks/content-files'
import { contentDir } from '#content/content-dir'
import { rememberResults } from '#content/kept-results'

/** A folder that never rests is acted on after so many milliseconds. */
const maxWaitMs = 5000

/**
 * Does something with the content folder, and again whenever it has changed and then rested for so many milliseconds,
 * never twice at once. Resolves when it was done for the first time; what is saved meanwhile is not missed.
 */
export async function watchWords(work: () => Promise<unknown>, rest: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  /** When the first change came that was not acted on. */
  let since: number | undefined
  let running: Promise<unknown> = Promise.resolve()
  const workAgain = () => {
    running = running.then(work).catch(console.error)
    return running
  }
  const ignored = (path: string) => path !== contentDir() && isPassedOver(basename(path))
  const watcher = watch(contentDir(), { ignoreInitial: true, followSymlinks: false, ignored })
    .on('error', console.error)
    .on('all', () => {
      since ??= Date.now()
      clearTimeout(timer)
      timer = setTimeout(
        () => {
          since = undefined
          workAgain()
        },
        Math.min(rest, Math.max(0, since + maxWaitMs - Date.now())),
      )
    })
  // A folder that cannot be read is a fault of the words, as the work tells; `once` would end the command.
  await new Promise<void>((ready) => watcher.once('ready', ready))
  rememberResults()
  console.log(`Watching ${contentDir()}.`)
  await workAgain()
}
