import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourcesName } from '#lib/snapshot/paths'
import { linkOrCopy } from './link-or-copy'

/** What each body and picture of a snapshot was made of, by its name within the snapshot. */
export type Sources = Record<string, string>

/** The snapshot that a new one is made from: whatever has not changed is taken over from it. */
export type BaseSnapshot = {
  sources: Sources
  /** Does it have a file that was made of the same source? */
  has: (name: string, source: string) => boolean
  /** Takes a file over into another folder. */
  take: (name: string, into: string) => void
}

/** Opens a snapshot as a base; a folder that is none, or of an older kind, has nothing to take over. */
export function openBase(folder: string): BaseSnapshot {
  const sources = readSources(join(folder, sourcesName))
  return {
    sources,
    has: (name, source) => sources[name] === source,
    take: (name, into) => linkOrCopy(join(folder, name), join(into, name)),
  }
}

/** What a snapshot was made of; nothing where the list is damaged, so that all is made anew. */
function readSources(list: string): Sources {
  if (!existsSync(list)) return {}
  try {
    return JSON.parse(readFileSync(list, 'utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    console.error(`${list} is damaged, so nothing is taken over from there: ${error.message}`)
    return {}
  }
}
