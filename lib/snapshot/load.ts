import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { logError, logNotice } from '#lib/runtime/log'
import type { Index } from '#lib/types'
import { type CurrentSnapshot, findCurrent, pointerFile } from './current'
import { builtId, snapshotDir } from './paths'

/** A snapshot in memory, and the hashes of its pictures once one is needed. */
export type Snapshot = CurrentSnapshot & { index: Index; photoHashes?: Map<string, string> }

/** A path of the folder that the site runs in. */
export const inRoot = (path: string) => join(/* turbopackIgnore: true */ process.cwd(), path)

/** For how many milliseconds the current snapshot is not looked up again. */
const recheckMs = process.env.NODE_ENV === 'development' ? 0 : 200

const shared: { loaded?: Snapshot; checkedAt?: number; error?: string } = {}

/** Whether the parent process announces newer snapshots. Otherwise this process looks for them. */
let isTold = false

/** The snapshot of a request, from its beginning to its end. */
const pinned = new AsyncLocalStorage<Snapshot | undefined>()

/** The only access to generated content: the snapshot of the request, or else the current one, looked up five times a second. */
export const readSnapshot = (): Snapshot => pinned.getStore() ?? load()

/** Answers a request from one snapshot, even if another is published in the meantime. */
export const withinOneSnapshot = <T>(answer: () => T): T => pinned.run(load(), answer)

/** Runs work that may last as long as a slow client, without keeping the snapshot in memory. */
export const beyondSnapshot = <T>(work: () => T): T => pinned.run(undefined, work)

export const readIndex = (): Index => readSnapshot().index

/** When the snapshot became current. */
export const readSnapshotTime = (): Date => new Date(readSnapshot().since)

/**
 * For a process that shares a port with others: all take a newer snapshot at the same time, so that no reader sees the
 * one before again. `prepare` reads it and names what it read, `take` answers from it; `name` is of the one in use.
 */
export function takeSnapshotsWhenTold(): { name: () => string; prepare: () => string; take: () => void } {
  isTold = true
  let next: Snapshot | undefined
  return {
    name: nameSnapshot,
    prepare() {
      next = look(shared.loaded)
      return toName(next)
    },
    take() {
      if (next) shared.loaded = next
    },
  }
}

/** Names the snapshot that this process answers from, and what keeps it from a newer one. */
export const nameSnapshot = (): string => toName(readSnapshot())

const toName = ({ id, since }: Snapshot) => `${id} ${since} ${shared.error ?? ''}`

function load(): Snapshot {
  const time = performance.now()
  const { loaded } = shared
  if (loaded && (isTold || time - (shared.checkedAt ?? 0) < recheckMs)) return loaded
  shared.checkedAt = time
  shared.loaded = look(loaded)
  return shared.loaded
}

/**
 * The snapshot that serves now. A server goes on with the one in memory while it cannot be told which one that is, and
 * never goes back to an older one on its own; the operator is told.
 */
function look(loaded: Snapshot | undefined): Snapshot {
  try {
    const current = findCurrent(inRoot(snapshotDir), dataDir())
    note(current.error ?? findLoss(loaded, current))
    if (loaded && (shared.error || isSame(loaded, current))) return loaded
    const index = JSON.parse(readFileSync(indexFile(current.folder), 'utf8')) as Index
    if (loaded) logNotice('snapshot', { id: current.id })
    return { ...current, index }
  } catch (error) {
    if (!loaded) throw error
    note((error as Error).message)
    return loaded
  }
}

/** Nothing says any more that a published snapshot shall serve: its folder was removed, renamed or not mounted. */
function findLoss(loaded: Snapshot | undefined, current: CurrentSnapshot): string | undefined {
  const isLost = loaded && loaded.id !== builtId && current.id === builtId && !existsSync(pointerFile(dataDir()))
  return isLost ? `${pointerFile(dataDir())} is gone` : undefined
}

const isSame = (one: CurrentSnapshot, other: CurrentSnapshot) => one.id === other.id && one.since === other.since

/** The index of a snapshot in a folder. */
export const indexFile = (folder: string) => join(/* turbopackIgnore: true */ folder, 'index.json')

/** Why the content that was published last cannot be shown, or undefined if it can. */
export const readCurrentError = (): string | undefined => shared.error

/** Logs an error once, however long it lasts. */
function note(error: string | undefined): void {
  if (error && error !== shared.error) logError('What was published last cannot be shown', { error: error })
  shared.error = error
}

const dataDir = () => resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || '.data')
