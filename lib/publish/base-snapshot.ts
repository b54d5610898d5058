import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourcesName } from '#lib/snapshot/paths'
import { linkOrCopy } from './link-or-copy'

/** What each body and picture of a snapshot was made of, by its name within the snapshot. */
export type Sources = Record<string, string>

/** The snapshot that a new one is based on. Unchanged files are linked from it. */
export type BaseSnapshot = {
  sources: Sources
  /** Whether it has this file, made from the same source. */
  has: (name: string, source: string) => boolean
  /** Links or copies a file into another folder. */
  take: (name: string, into: string) => void
}

/** Opens a snapshot as a base. A folder that is no snapshot, or one of an older format, has no files to link. */
export function openBase(folder: string): BaseSnapshot {
  const sources = readSources(join(folder, sourcesName))
  return {
    sources,
    has: (name, source) => sources[name] === source,
    take: (name, into) => linkOrCopy(join(folder, name), join(into, name)),
  }
}

/** The sources of a snapshot; empty if the list is damaged, so that every file is made again. */
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
