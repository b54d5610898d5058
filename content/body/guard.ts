import type { Nodes, Root } from 'mdast'
import 'mdast-util-mdx'
import type { Position } from 'unist'
import { addressFault, isPicture, lengthFault, pictureFault, picturesDefined } from './address-fault'
import { componentFaults } from './component-faults'
import { components } from './components'
import type { MdxElement } from './mdx-element'
import { nestingFault } from './nesting-fault'
import { isOnlyTags } from './unwrap-blocks'
import { walk } from './walk'

/** Something in a body that is not words: where it stands, and what is wrong with it. */
export type BodyFault = { position: Position | undefined; message: string }

/** Content is data, never code: finds everything else in a tree, all of it at once. */
export function findFaults(tree: Root): BodyFault[] {
  const faults: BodyFault[] = []
  const pictures = picturesDefined(tree)
  walk<Nodes>(tree, (node, parent) => {
    const add = (message: string): void => void faults.push({ position: node.position, message })
    switch (node.type) {
      case 'mdxjsEsm':
        return add(`"${firstWord(node.value)}" is code. A story is words only; delete the line`)
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return add('"{" starts an expression, which is code. Write the words themselves, or \\{ for the sign')
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        faults.push(...componentFaults(node))
        if (isBlockInSentence(node, parent)) add(`<${node.name}> stands inside a sentence. Give it lines of its own`)
        return
      case 'image':
      case 'link':
      case 'definition': {
        const message =
          lengthFault(node) ?? (isPicture(node, pictures) ? pictureFault(node.url) : addressFault(node.url))
        if (message) add(message)
      }
    }
  })
  const tooDeep = nestingFault(tree)
  return tooDeep ? [...faults, tooDeep] : faults
}

/** Only a quotation can be part of a sentence; the other components are blocks. */
const isBlockInSentence = (node: MdxElement, parent: Nodes | undefined) =>
  node.type === 'mdxJsxTextElement' &&
  node.name !== 'Quote' &&
  Object.hasOwn(components, node.name ?? '') &&
  !(parent?.type === 'paragraph' && isOnlyTags(parent))

const firstWord = (code: string) => code.trimStart().split(/[\s{*]/)[0]
