import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { maxAvifPixels, maxPhotoPixels } from '#lib/rules/photo-limits'

/** A picture that was opened: its format, its size in pixels as its camera held it, and whether all of it can be read. */
export type OpenedPicture = {
  format: string
  compression?: string
  width: number
  height: number
  isWhole: boolean
}

/** How long opening one picture may take, in milliseconds. The largest that is allowed takes two seconds. */
const maxOpenMs = 10_000

/** After so many that took too long, no other one is tried: each holds the command up. */
const maxLate = 3

/**
 * Opens pictures one after the other in a process of its own: no other way ends a decoder that a hostile file keeps busy.
 * Gives `late` for a picture that takes too long, and undefined for what is none.
 */
export function openPictures(maxMs = maxOpenMs) {
  let opener: ChildProcess | undefined
  let late = 0

  async function start(): Promise<ChildProcess> {
    // Its path is relative to the repository, where commands run.
    const started = fork('content/checks/open-picture.mjs', { serialization: 'advanced', execArgv: [] })
    const failed = once(started, 'exit').then(([code]) => {
      throw new Error(`content/checks/open-picture.mjs ended with code ${code}. Run "npm ci"`)
    })
    await Promise.race([once(started, 'message'), failed])
    failed.catch(() => {})
    return started
  }

  async function open(bytes: Buffer): Promise<OpenedPicture | 'late' | undefined> {
    if (late >= maxLate) return 'late'
    opener ??= await start()
    opener.send({ bytes, limits: { maxPixels: maxPhotoPixels, maxAvifPixels } })
    const timer = new AbortController()
    const { signal } = timer
    const answer = await Promise.race([
      once(opener, 'message', { signal }).then(([{ picture }]) => picture as OpenedPicture | undefined),
      // A picture that ends its decoder is none.
      once(opener, 'exit', { signal }).then(() => 'crashed' as const),
      setTimeout(maxMs, 'late' as const, { signal }),
    ])
    timer.abort()
    if (answer !== 'late' && answer !== 'crashed') return answer
    opener.kill('SIGKILL')
    opener = undefined
    if (answer === 'crashed') return undefined
    late++
    return 'late'
  }

  return { open, close: () => void opener?.kill('SIGKILL') }
}
