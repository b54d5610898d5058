import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { maxCostlyPixels, maxPhotoPixels } from '#lib/rules/photo-limits'

/**
 * A picture that was opened: its format, its size in pixels as its camera held it, how many pixels such a one may have, and
 * whether all of it can be read.
 */
type OpenedPicture = {
  format: string
  compression?: string
  width: number
  height: number
  maxPixels: number
  isWhole: boolean
}

/** How long opening a picture may take, in milliseconds. The largest that is allowed takes about two seconds. */
const openTimeoutMs = 8000

/** A process that opens pictures one after the other, and ends with this one. */
let opener: ChildProcess | undefined

/**
 * Opens a picture in a process of its own: there is no other way to end a decoder that a hostile file keeps busy. Calls
 * must not overlap. Gives `late` for a picture that takes too long, and undefined for what is no picture.
 */
export async function openPicture(
  bytes: Buffer,
  timeoutMs = openTimeoutMs,
): Promise<OpenedPicture | 'late' | undefined> {
  // The process may have ended before, for whatever reason. A file that ends a second one is no picture.
  const first = await tryToOpen(bytes, timeoutMs)
  const answer = first === 'ended' ? await tryToOpen(bytes, timeoutMs) : first
  return answer === 'ended' ? undefined : answer
}

async function tryToOpen(bytes: Buffer, timeoutMs: number): Promise<OpenedPicture | 'late' | 'ended' | undefined> {
  if (!opener?.connected || opener.exitCode !== null || opener.signalCode) opener = await start()
  hold(opener)
  opener.send({ bytes, limits: { maxPhotoPixels, maxCostlyPixels } }, () => {})
  const timer = new AbortController()
  const { signal } = timer
  const answer = await Promise.race([
    once(opener, 'message', { signal }).then(([{ picture }]) => picture as OpenedPicture | undefined),
    once(opener, 'exit', { signal }).then(() => 'ended' as const),
    setTimeout(timeoutMs, 'late' as const, { signal }),
  ])
  timer.abort()
  if (answer === 'late' || answer === 'ended') {
    opener.kill('SIGKILL')
    opener = undefined
  } else letGo(opener)
  return answer
}

async function start(): Promise<ChildProcess> {
  // Its path is relative to the repository, where commands run.
  const started = fork('content/checks/picture-opener.mjs', { serialization: 'advanced', execArgv: [] })
  const failed = once(started, 'exit').then(([code]) => {
    throw new Error(`content/checks/picture-opener.mjs ended with code ${code}. Run "npm ci"`)
  })
  await Promise.race([once(started, 'message'), failed])
  failed.catch(() => {})
  return started
}

/** While a picture is being opened this process waits for it, and afterwards may end. */
function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}
