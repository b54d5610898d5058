import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { getEditionKey } from '#lib/publication/articles'
import { getShownKey } from '#lib/publication/shown-key'
import { parseRenderedPath, toCachePath } from '#lib/rules/page-target'
import { type PrerenderedPages, prerenderedDir, prerenderedList } from '#lib/server/page-cache/prerendered-pages'
import { prerenderedList as listOfBuild } from './build-adapter.mjs'

/** Names the edition that pages are generated from now. */
export const nameEdition = () => getEditionKey(new Date())

/**
 * Hands the pages that Next generated to our own server, which fills its page cache with them. Pages that were
 * generated while a new edition began may belong to either edition and are left out.
 */
export function movePrerendered(folder: string, edition: string): void {
  const list: { path: string; file: string }[] = JSON.parse(readFileSync(join('.next', listOfBuild), 'utf8'))
  const now = new Date()
  const isSame = nameEdition() === edition
  const built: PrerenderedPages = { edition, pages: {} }
  mkdirSync(join(folder, prerenderedDir))
  for (const { path, file } of list) {
    const target = parseRenderedPath(path)
    if (!target) continue
    if (isSame) {
      const name = `${Object.keys(built.pages).length}.html`
      const key = toCachePath(target)
      renameSync(file, join(folder, prerenderedDir, name))
      built.pages[key] = { file: name, shown: getShownKey(target, now) }
    }
    // Next writes the file's metadata beside it.
    for (const ending of [extname(file), '.meta'])
      rmSync(file.slice(0, -extname(file).length) + ending, { force: true })
  }
  writeFileSync(join(folder, prerenderedList), JSON.stringify(built))
}
