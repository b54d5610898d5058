import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { crc32 } from 'node:zlib'
import { buildCacheDir } from '#content/build-cache/build-cache-database'
import { rulesKey } from '#content/build-cache/rules-key'
import { linkOrCopy } from './link-or-copy'

const file = `${buildCacheDir}/search.db`
const sealFile = `${buildCacheDir}/search.seal`

/** Copies the cached search index to a new file. Returns whether there was an intact one, made by the same code. */
export function takeCachedIndex(to: string): boolean {
  if (!existsSync(file) || !existsSync(sealFile)) return false
  const [rules, place, sum] = readFileSync(sealFile, 'utf8').split('\n')
  if (rules !== rulesKey()) return false
  const isUntouched = place === placeOf(file)
  copyFileSync(file, to, constants.COPYFILE_FICLONE)
  if (isUntouched || sum === sumOf(to)) return true
  rmSync(to)
  return false
}

/**
 * Caches a finished search index for the next run, and removes unfinished files of killed runs. Nobody may write the index
 * afterwards. With `isPortable` false the index is not used on another machine: its checksum would take longer than the
 * rest of a publication. The caller holds the lock of `.contentlayer`.
 */
export function cacheIndex(from: string, isPortable: boolean): void {
  mkdirSync(buildCacheDir, { recursive: true })
  for (const name of readdirSync(buildCacheDir))
    if (/^search\.(db|seal)\.\d+$/.test(name)) rmSync(`${buildCacheDir}/${name}`)
  const next = `${file}.${process.pid}`
  linkOrCopy(from, next)
  const seal = [rulesKey(), placeOf(next), isPortable ? sumOf(next) : 'unknown'].join('\n')
  // A file without its seal is not used, so the order does not matter.
  renameSync(next, file)
  writeFileSync(`${sealFile}.${process.pid}`, seal)
  renameSync(`${sealFile}.${process.pid}`, sealFile)
}

/** Identifies a file that was not written since, on the same disk. Reading all of it would take as long as publishing a story. */
function placeOf(path: string): string {
  const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true })
  return [dev, ino, size, mtimeNs].join(' ')
}

/** A checksum of all bytes of a file. */
const sumOf = (path: string) => crc32(readFileSync(path)).toString(16)
