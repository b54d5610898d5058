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

/** Copies the search index of the last run to a new file, and says whether there was one that is whole and of these rules. */
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
 * Keeps a finished search index, which nobody may write any more, for the next run, and removes what killed runs left on
 * their way to that. One that is not portable is not believed where the cache is restored: to read it all, for the sum of
 * its bytes, takes longer than the rest of a publication. The caller holds the lock of `.contentlayer`, so that no other run is on its way.
 */
export function cacheIndex(from: string, isPortable: boolean): void {
  mkdirSync(buildCacheDir, { recursive: true })
  for (const name of readdirSync(buildCacheDir))
    if (/^search\.(db|seal)\.\d+$/.test(name)) rmSync(`${buildCacheDir}/${name}`)
  const next = `${file}.${process.pid}`
  linkOrCopy(from, next)
  const seal = [rulesKey(), placeOf(next), isPortable ? sumOf(next) : 'unknown'].join('\n')
  // Without its seal the file is not believed, whichever of the two arrives first.
  renameSync(next, file)
  writeFileSync(`${sealFile}.${process.pid}`, seal)
  renameSync(`${sealFile}.${process.pid}`, sealFile)
}

/** Stands for a file that nobody has written since, on the same disk: to read it all takes as long as to publish a story. */
function placeOf(path: string): string {
  const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true })
  return [dev, ino, size, mtimeNs].join(' ')
}

/** Stands for every byte of a file that came from elsewhere. */
const sumOf = (path: string) => crc32(readFileSync(path)).toString(16)
