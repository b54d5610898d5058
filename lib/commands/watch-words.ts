import { once } from 'node:events'
import { watch } from 'chokidar'
import { contentDir } from '#content/content-dir'

/**
 * Does something with the content folder, and again whenever it has changed and then rested for so many milliseconds,
 * never twice at once. Resolves when it was done for the first time; what is saved meanwhile is not missed.
 */
export async function watchWords(work: () => Promise<unknown>, rest: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const workAgain = () => {
    running = running.then(work).catch(console.error)
    return running
  }
  const watcher = watch(contentDir(), { ignoreInitial: true, followSymlinks: false })
    .on('error', console.error)
    .on('all', () => {
      clearTimeout(timer)
      timer = setTimeout(workAgain, rest)
    })
  await once(watcher, 'ready')
  console.log(`Watching ${contentDir()}.`)
  await workAgain()
}
