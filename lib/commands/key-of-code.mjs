import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const code = /\.(m?[jt]sx?|css)$/

/**
 * Stands for all code in some folders and for some more files.
 * @param {string[]} folders
 * @param {string[]} files
 */
export function keyOfCode(folders, files) {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => code.test(name))
      .map((name) => join(folder, name)),
  )
  const hash = createHash('sha256')
  for (const file of [...files, ...inFolders.sort()]) hash.update(`${file}\n`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}
