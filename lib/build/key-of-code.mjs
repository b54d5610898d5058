import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Code and settings. Next writes `next-env.d.ts`, in development another one than in a build. */
const isCode = (/** @type {string} */ name) =>
  (/\.(m?[jt]sx?|css)$/.test(name) && name !== 'next-env.d.ts') || /^(package|package-lock|tsconfig)\.json$/.test(name)

/** The folders with the code of commands, without the folders of `content/` that hold documents. */
export const commandFolders = ['body', 'build-cache', 'checks', 'contentlayer', 'schema']
  .map((room) => `content/${room}`)
  .concat('lib')

/**
 * A hash of the code in some folders (`folders` with their subfolders, `rooms` without). Links are not followed.
 * @param {string[]} folders
 * @param {string[]} rooms
 */
export function keyOfCode(folders, rooms) {
  const files = [
    ...folders.flatMap((folder) => listCode(folder, true)),
    ...rooms.flatMap((room) => listCode(room, false)),
  ]
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/**
 * @param {string} folder
 * @param {boolean} isDeep
 * @returns {string[]}
 */
const listCode = (folder, isDeep) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return isDeep ? listCode(path, true) : []
    return entry.isFile() && isCode(entry.name) ? [path] : []
  })
