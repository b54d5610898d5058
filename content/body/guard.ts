import type { Nodes, Root } from 'mdast'
import 'mdast-util-mdx'
import type { Position } from 'unist'
import { addressError, isPicture, lengthError, pictureError, picturesDefined } from './address-error'
import { componentErrors } from './component-errors'
import { components } from './components'
import type { MdxElement } from './mdx-element'
import { nestingError } from './nesting-error'
import { isOnlyTags } from './unwrap-blocks'
import { walk } from './walk'

/** Something in a body that is not words: where it stands, and what is wrong with it. */
export type BodyError = { position: Position | undefined; message: string }

/** Content is data, never code: finds everything else in a tree, all of it at once. */
export function findErrors(tree: Root): BodyError[] {
  const errors: BodyError[] = []
  const pictures = picturesDefined(tree)
  walk<Nodes>(tree, (node, parent) => {
    const add = (message: string): void => void errors.push({ position: node.position, message })
    switch (node.type) {
      case 'mdxjsEsm':
        return add(`"${firstWord(node.value)}" is code. A story is words only; delete the line`)
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return add('"{" starts an expression, which is code. Write the words themselves, or \\{ for the sign')
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        errors.push(...componentErrors(node))
        if (isBlockInSentence(node, parent)) add(`<${node.name}> stands inside a sentence. Give it lines of its own`)
        return
      case 'image':
      case 'link':
      case 'definition': {
        const message =
          lengthError(node) ?? (isPicture(node, pictures) ? pictureError(node.url) : addressError(node.url))
        if (message) add(message)
      }
    }
  })
  const tooDeep = nestingError(tree)
  return tooDeep ? [...errors, tooDeep] : errors
}

/** Only a quotation can be part of a sentence; the other components are blocks. */
const isBlockInSentence = (node: MdxElement, parent: Nodes | undefined) =>
  node.type === 'mdxJsxTextElement' &&
  node.name !== 'Quote' &&
  Object.hasOwn(components, node.name ?? '') &&
  !(parent?.type === 'paragraph' && isOnlyTags(parent))

const firstWord = (code: string) => code.trimStart().split(/[\s{*]/)[0]
