import type { Nodes, Root } from 'mdast'
import type { BodyError } from './guard'

/** The most levels of a body. Ten are rare; what renders a tree calls itself once or more for each. */
const maxLevels = 100

/** Where a body nests lists, quotations, tags or marks too deeply, if it does. */
export function nestingError(tree: Root): BodyError | undefined {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxLevels) {
      const message = `nests lists, quotations, tags or marks more than ${maxLevels} levels deep. Use fewer levels`
      return { position: level[0]?.position, message }
    }
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
  return undefined
}
