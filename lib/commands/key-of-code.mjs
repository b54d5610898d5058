import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const code = /\.(m?[jt]sx?|css)$/

/** The folders with code. What a desk writes lies in other folders of `content`, and is neither code nor looked at here. */
export const codeFolders = ['app', 'components', 'content/body', 'content/checks', 'content/schema', 'lib']

/**
 * Stands for all code in some folders, and for the files that lie in some others, each by its path. Links are not followed.
 * @param {string[]} folders
 * @param {string[]} rooms
 */
export function keyOfCode(folders, rooms) {
  const files = [...folders.flatMap(listCode), ...rooms.flatMap((room) => listFiles(room))]
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/** @returns {string[]} */
function listCode(folder) {
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [
    ...listFiles(folder).filter((file) => code.test(file)),
    ...inside.flatMap(({ name }) => listCode(join(folder, name))),
  ]
}

/** Code and settings that lie in a folder itself. Next writes `next-env.d.ts`, in development another one than in a build. */
const listFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && (code.test(entry.name) || /^(package|package-lock|tsconfig)\.json$/.test(entry.name)),
    )
    .filter(({ name }) => name !== 'next-env.d.ts')
    .map(({ name }) => join(folder, name))
