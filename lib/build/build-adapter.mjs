import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a build lists what it generated statically, as `{ path, file }`: in `.next`. */
export const prerenderedList = 'prerendered.json'

/**
 * Next's adapter for our own server (`adapterPath`). At the end of a build Next gives it the list of generated files.
 * @type {import('next').NextAdapter}
 */
export default {
  name: 'dateline',
  onBuildComplete({ outputs, distDir }) {
    const files = outputs.prerenders.flatMap(({ pathname, fallback }) =>
      fallback?.filePath ? { path: pathname, file: fallback.filePath } : [],
    )
    writeFileSync(join(distDir, prerenderedList), JSON.stringify(files))
  },
}
