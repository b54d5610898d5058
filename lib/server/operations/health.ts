import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { getReadCounter } from '#lib/reads/count-reads'
import { readEnvironment } from '#lib/runtime/env'
import { hasSearchIndex } from '#lib/search/current-search-index'
import { searchIndexFile } from '#lib/snapshot/files'
import { readCurrentError, readSnapshot, type Snapshot } from '#lib/snapshot/load'
import { version } from '../../../package.json'
import { serverState } from './server-state'

/** What does not work, while pages are still served. */
const complaints = {
  newest: 'The words that were published last cannot be shown; the site goes on with those it has: see the log.',
  reads: 'The store of reads is away: reads are not counted for now.',
  search: 'There is no search index: the search says so.',
  dataDir: 'DATA_DIR cannot be written, or is missing: pictures are made anew each time.',
}

/**
 * The state of this server for operators, without secrets. It is ready while it can show the content and is not shutting
 * down. Other failures only disable a feature.
 */
export async function getHealth(now: Date) {
  const content = attempt(() => toContent(readSnapshot(), now))
  const isReady = content !== undefined && !serverState.isDraining
  const { REDIS_URL, DATA_DIR } = readEnvironment()
  const state = {
    newest: readCurrentError() === undefined,
    reads: !getReadCounter().isAway,
    search: await hasSearchIndex(attempt(searchIndexFile) ?? ''),
    dataDir: isWritable(resolve(DATA_DIR)),
  }
  const degraded = Object.entries(complaints).flatMap(([part, words]) =>
    state[part as keyof typeof state] ? [] : words,
  )
  return {
    status: toStatus(isReady, degraded),
    ready: isReady,
    version,
    build: attempt(() => readFileSync(join(/* turbopackIgnore: true */ process.cwd(), '.next/BUILD_ID'), 'utf8')),
    upForSeconds: toSeconds(serverState.begunAt, now),
    content,
    reads: { store: REDIS_URL ? 'redis' : 'sqlite', reachable: state.reads },
    search: { index: state.search },
    dataDir: { writable: state.dataDir },
    degraded,
  }
}

/** Throws when the snapshot in memory has lost its files: most pages need them. */
function toContent({ id, since, folder }: Snapshot, now: Date) {
  accessSync(join(/* turbopackIgnore: true */ folder, 'index.json'))
  return { generation: id, servingSince: since, ageSeconds: toSeconds(new Date(since), now) }
}

function toStatus(isReady: boolean, degraded: string[]) {
  if (serverState.isDraining) return 'draining'
  if (!isReady) return 'without content'
  return degraded.length > 0 ? 'degraded' : 'ok'
}

const toSeconds = (since: Date, now: Date) => Math.round((+now - +since) / 1000)

/** The result, or undefined if it throws. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}
