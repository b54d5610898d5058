import type { LocalDocument } from 'contentlayer2/source-files'
import type { Processor } from 'unified'
import { toSlug } from '#lib/links'
import type { BodyFacts } from './body-facts'
import type { CompiledBody } from './compile-body'

/** Compiled bodies by `<folder>/<slug>`, of the documents that Contentlayer types. */
export const compiledBodies = new Map<string, string>()

/** What lists need to know of a document's body. The body itself is kept beside Contentlayer. */
export function takeFacts(folder: string, document: LocalDocument): BodyFacts {
  const name = `${folder}/${toSlug(document._raw.sourceFilePath)}`
  const compiled = compiledBodies.get(name)
  if (!compiled) throw new Error(`The body of ${name} is not compiled`)
  const { quotations, photos }: CompiledBody = JSON.parse(compiled)
  return { quotations, photos }
}

/** Lets Contentlayer pass over bodies, which are compiled by then. */
export function skipBody(builder: Processor): void {
  builder.use(function (this: Processor) {
    this.parser = () => ({ type: 'root', children: [] }) as never
    this.compiler = () => ''
  })
}
