import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { rememberResults } from '#content/build-cache/build-cache'
import { isPassedOver } from '#content/checks/content-files'
import { contentDir } from '#content/content-dir'

/**
 * After how many milliseconds what the watcher cannot tell of is looked at: what could not be read and whether the folder is
 * still the same; and all, where not all can be watched.
 */
const [lookMs, unwatchedMs] = [5000, 30_000]

const tooManyFiles = `The system watches no more files, so the content is looked at every ${unwatchedMs / 1000} seconds. Raise fs.inotify.max_user_watches.`

/** The work starts after so many milliseconds even if the folder keeps changing. */
const maxWaitMs = 5000

/**
 * Does something with the content folder, and again whenever it has changed and then rested for so many milliseconds,
 * never twice at once. Resolves when it was done for the first time; what is saved meanwhile is not missed.
 */
export async function watchContent(work: () => Promise<unknown>, rest: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  /** The time of the first change that was not handled yet. */
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
  /** Paths that could not be read. The watcher never looks at them again by itself. */
  const locked = new Set<string>()
  let isFull = false
  let watched = nameFolder()
  let watcher = watchFolder()

  function watchFolder(): FSWatcher {
    // The content folder itself may be a link, because the operator chose it.
    const folder = existsSync(contentDir()) ? realpathSync(contentDir()) : contentDir()
    const ignored = (path: string) => path !== folder && isPassedOver(basename(path))
    return watch(folder, { ignoreInitial: true, followSymlinks: false, ignored })
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
  }

  /** Another folder in the place of the one that is watched would never be heard of. */
  const watchReplaced = () => {
    const name = nameFolder()
    if (!name || name === watched) return
    watched = name
    watcher.close().catch(console.error)
    locked.clear()
    watcher = watchFolder().once('ready', changed)
  }
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
  setInterval(() => {
    watchReplaced()
    watchReadable()
  }, lookMs)
  // A folder that cannot be read is an error of the content, as the work tells; `once` would end the command.
  await new Promise<void>((ready) => watcher.once('ready', ready))
  rememberResults()
  console.log(`Watching ${contentDir()}.`)
  await workAgain()
}

/** Stands for the content folder itself, which may be replaced by another of the same name, or be a link. */
function nameFolder(): string | undefined {
  try {
    const { dev, ino } = statSync(contentDir())
    return `${dev} ${ino}`
  } catch {
    // It is away for a moment, or may not be read, which the work tells.
    return undefined
  }
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
