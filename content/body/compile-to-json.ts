import type { Root, RootContent } from 'hast'
import type { Processor } from 'unified'
import { type BodyFacts, takeBodyFacts } from './body-facts'

/** A body as it is kept: its tree, and what other pages need to know of it. */
export type CompiledBody = BodyFacts & { children: RootContent[] }

/** The last step: the finished body as JSON, because Contentlayer keeps text. */
export function compileToJson(this: Processor): void {
  this.compiler = (tree) => {
    const facts = takeBodyFacts(tree as Root)
    return JSON.stringify({ ...facts, children: (tree as Root).children } satisfies CompiledBody)
  }
}
