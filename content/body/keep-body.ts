import { mkdir, writeFile } from 'node:fs/promises'
import type { LocalDocument } from 'contentlayer2/source-files'
import { toSlug } from '#lib/links'
import type { CompiledBody } from './compile-to-json'

/** Where compiled bodies are put, one file a story, relative to the repository. */
export const bodiesDir = '.contentlayer/bodies'

/** Writes a compiled body to a file of its own and returns the facts that stay with the document. */
export async function keepBody(folder: string, document: LocalDocument) {
  const compiled = document.body.html
  const { quotations, photos }: CompiledBody = JSON.parse(compiled)
  await mkdir(`${bodiesDir}/${folder}`, { recursive: true })
  await writeFile(`${bodiesDir}/${folder}/${toSlug(document._raw.sourceFilePath)}.json`, compiled)
  return { quotations, photos }
}
