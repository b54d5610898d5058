import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

let styles: string | undefined

/** The styles of every page as the build made them, for documents that Next does not make. Needs a build. */
export function readBuiltStyles(): string {
  styles ??= readStyles(join(/* turbopackIgnore: true */ process.cwd(), '.next/static/chunks'))
  return styles
}

const readStyles = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
