import { createHash } from 'node:crypto'
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { keptDir } from '#content/kept-results'
import { rulesKey } from '#content/rules-key'
import { linkOrCopy } from './link-or-copy'

const file = `${keptDir}/search.db`
const sealFile = `${keptDir}/search.seal`

/** Copies the search index of the last run to a new file, and says whether there was one that is whole and of these rules. */
export function takeKeptIndex(to: string): boolean {
  if (!existsSync(file) || !existsSync(sealFile)) return false
  copyFileSync(file, to, constants.COPYFILE_FICLONE)
  if (sealOf(to) === readFileSync(sealFile, 'utf8')) return true
  rmSync(to)
  return false
}

/**
 * Keeps a finished search index, which nobody may write any more, for the next run, and removes what killed runs left on
 * their way to that. The caller holds the lock of `.contentlayer`, so that no other run is on its way.
 */
export function keepIndex(from: string): void {
  mkdirSync(keptDir, { recursive: true })
  for (const name of readdirSync(keptDir)) if (/^search\.(db|seal)\.\d+$/.test(name)) rmSync(`${keptDir}/${name}`)
  const next = `${file}.${process.pid}`
  linkOrCopy(from, next)
  const seal = sealOf(next)
  // Without its seal the file is not believed, whichever of the two arrives first.
  renameSync(next, file)
  writeFileSync(`${sealFile}.${process.pid}`, seal)
  renameSync(`${sealFile}.${process.pid}`, sealFile)
}

/** Stands for the rules and every byte of a file. */
const sealOf = (path: string) => createHash('sha256').update(rulesKey()).update(readFileSync(path)).digest('base64url')
