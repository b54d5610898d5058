import { accessSync, constants } from 'node:fs'
import { basename } from 'node:path'
import { watch } from 'chokidar'
import { isPassedOver } from '#content/checks/content-files'
import { contentDir } from '#content/content-dir'
import { rememberResults } from '#content/kept-results'

/** After how many milliseconds what could not be read is tried again, and all is looked at where not all can be watched. */
const [lockedMs, unwatchedMs] = [5000, 30_000]

const tooManyFiles = `The system watches no more files, so the words are looked at every ${unwatchedMs / 1000} seconds. Raise fs.inotify.max_user_watches.`

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
  const changed = () => {
    since ??= Date.now()
    clearTimeout(timer)
    timer = setTimeout(
      () => {
        since = undefined
        workAgain()
      },
      Math.min(rest, Math.max(0, since + maxWaitMs - Date.now())),
    )
  }
  /** What could not be read, which the watcher drops for good. */
  const locked = new Set<string>()
  const watchReadable = () => {
    for (const path of locked) {
      const state = toState(path)
      if (state === 'locked') continue
      locked.delete(path)
      if (state === 'gone') continue
      watcher.unwatch(path)
      watcher.add(path)
      changed()
    }
  }
  let isFull = false
  const ignored = (path: string) => path !== contentDir() && isPassedOver(basename(path))
  const watcher = watch(contentDir(), { ignoreInitial: true, followSymlinks: false, ignored })
    .on('error', (error) => {
      const { code = '', message, path } = error as NodeJS.ErrnoException
      if (['ENOSPC', 'EMFILE'].includes(code)) {
        // It comes for each file.
        if (isFull) return
        isFull = true
        console.error(tooManyFiles)
        setInterval(changed, unwatchedMs)
        return
      }
      console.error(message)
      if (path && ['EACCES', 'EPERM'].includes(code)) locked.add(path)
    })
    .on('all', changed)
  setInterval(watchReadable, lockedMs)
  // A folder that cannot be read is a fault of the words, as the work tells; `once` would end the command.
  await new Promise<void>((ready) => watcher.once('ready', ready))
  rememberResults()
  console.log(`Watching ${contentDir()}.`)
  await workAgain()
}

/** Whether what could not be read can be read now. */
function toState(path: string): 'readable' | 'locked' | 'gone' {
  try {
    accessSync(path, constants.R_OK)
    return 'readable'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'locked'
  }
}
