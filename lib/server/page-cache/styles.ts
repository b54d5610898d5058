import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stylesFile } from '#lib/snapshot/paths'

/** The styles of every page: in development as addresses, else the text itself. */
export type Styles = { addresses: string[] } | { text: string }

let built: string | undefined

/** The styles for documents that Next does not make. */
export async function getStyles(): Promise<Styles> {
  if (process.env.NODE_ENV === 'development') return { addresses: await findStyles() }
  built ??= readFileSync(join(/* turbopackIgnore: true */ process.cwd(), stylesFile), 'utf8')
  return { text: built }
}

/** In development styles are made with the pages that Next makes itself, and change with them; the front page is one. */
async function findStyles(): Promise<string[]> {
  const frontPage = await fetch(`http://localhost:${process.env.PORT}/`)
  const links = (await frontPage.text()).matchAll(/<link rel="stylesheet" href="([^"]+)"/g)
  return [...links].flatMap(([, address]) => address ?? [])
}
