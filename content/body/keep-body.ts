import type { LocalDocument } from 'contentlayer2/source-files'
import { toSlug } from '#lib/links'
import type { CompiledBody } from './compile-to-json'

/** Compiled bodies by `<folder>/<slug>`, until the content step takes them; documents shall not carry them. */
export const compiledBodies = new Map<string, string>()

/** Puts a compiled body aside and returns the facts that stay with the document. */
export function keepBody(folder: string, document: LocalDocument) {
  const compiled = document.body.html
  const { quotations, photos }: CompiledBody = JSON.parse(compiled)
  compiledBodies.set(`${folder}/${toSlug(document._raw.sourceFilePath)}`, compiled)
  return { quotations, photos }
}
