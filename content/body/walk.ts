type Tree<Node> = Node & { children?: Node[] }

/**
 * Calls a function with each node of a tree and its parent, in the order of the text. It passes over the children of a node for
 * which that returns false. `unist-util-visit` does the same, and takes several times as long: it names a function for every node.
 */
export function walk<Node extends object>(
  node: Node,
  see: (node: Node, parent: Node | undefined) => unknown,
  parent?: Node,
): void {
  if (see(node, parent) === false) return
  for (const child of (node as Tree<Node>).children ?? []) walk(child, see, node)
}
