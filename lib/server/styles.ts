import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

let built: string | undefined

/** The styles of every page, for documents that Next does not make: in development as addresses, else the text itself. */
export async function getStyles(): Promise<{ addresses: string[] } | { text: string }> {
  if (process.env.NODE_ENV === 'development') return { addresses: await findStyles() }
  built ??= readStyles(join(/* turbopackIgnore: true */ process.cwd(), '.next/static/chunks'))
  return { text: built }
}

const readStyles = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')

/** In development styles are made with the pages that Next makes itself, and change with them; the front page is one. */
async function findStyles(): Promise<string[]> {
  const frontPage = await fetch(`http://localhost:${process.env.PORT}/`)
  const links = (await frontPage.text()).matchAll(/<link rel="stylesheet" href="([^"]+)"/g)
  return [...links].flatMap(([, address]) => address ?? [])
}
