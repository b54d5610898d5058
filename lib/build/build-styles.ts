import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import tailwind from '@tailwindcss/postcss'
import postcss from 'postcss'
import { stylesFile } from '#lib/snapshot/paths'

const source = 'app/globals.css'

/**
 * Writes the styles to a file for the pages that our renderer makes. Next's own copy has a name that only Next knows,
 * and lies where a function on Vercel cannot read it.
 */
export async function buildStyles(): Promise<void> {
  const { css } = await postcss([tailwind({ optimize: true })]).process(await readFile(source), { from: source })
  await mkdir(dirname(stylesFile), { recursive: true })
  await writeFile(stylesFile, css)
}
