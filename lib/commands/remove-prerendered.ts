import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Removes what Next rendered at build from a server's folder. That each page can be made is proved by then; the press
 * makes it anew when it is asked for, as a page is handed out for a minute only. Ten times a page's size is saved.
 */
export function removePrerendered(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
  for (const page of files.filter((file) => file.endsWith('.html'))) {
    const name = page.slice(0, -'.html'.length)
    for (const ending of ['.html', '.meta', '.rsc', '.segments'])
      rmSync(name + ending, { recursive: true, force: true })
  }
}
