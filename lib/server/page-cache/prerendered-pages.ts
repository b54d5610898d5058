import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a build generated statically: of which edition, and for each path its file and what else it was made of. */
export type PrerenderedPages = { edition: string; pages: Record<string, { file: string; shown: string }> }

/** The list of them in the folder of a server, and the folder of the files. */
export const prerenderedList = 'prerendered/pages.json'
export const prerenderedDir = 'prerendered'

/** Reads the pages that the build left in a server's folder, as long as they are still what would be rendered. */
export function openPrerendered(folder: string) {
  const list = join(folder, prerenderedList)
  const built: PrerenderedPages | undefined = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : undefined
  return async (path: string, source: { edition: string; shown: string }): Promise<string | undefined> => {
    const page = built?.edition === source.edition ? built.pages[path] : undefined
    if (page?.shown !== source.shown) return undefined
    return readFile(join(folder, prerenderedDir, page.file), 'utf8').catch(() => undefined)
  }
}
