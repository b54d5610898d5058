import type { Nodes, Root } from 'mdast'
import { isMdxElement, type MdxElement } from '#content/body/mdx-element'
import { walk } from '#content/body/walk'
import { type BodyQuotation, plainAttributes, toPlace } from './body-references'
import type { ContentError } from './content-error'
import { toPlainText } from './plain-text'
import { hasWords } from './same-words'

/** A pull quote whose words do not stand where they should, and the person it names. */
export type PullQuoteError = ContentError & { by?: string | undefined }

/** A pull quote repeats words of the body; with `by`, words that this person says there. */
export function checkPullQuotes(file: string, tree: Root, quotations: BodyQuotation[]): PullQuoteError[] {
  const pullQuotes: MdxElement[] = []
  const blocks: string[] = []
  walk<Nodes>(tree, (node) => {
    if (isPullQuote(node)) {
      pullQuotes.push(node)
      return false
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      blocks.push(toPlainText(node.children.filter((child) => !isPullQuote(child))))
    }
  })
  return pullQuotes.flatMap((node) => {
    const text = toPlainText(node).trim()
    const by = plainAttributes(node).by?.value
    const spoken = quotations.filter((quotation) => quotation.by === by).map(({ text }) => text)
    const isThere = by ? spoken.some((words) => hasWords(words, text)) : hasWords(blocks.join(' '), text)
    if (isThere) return []
    const where = by ? `in no quotation of "${by}" in this story` : 'nowhere else in the story'
    const message = `<PullQuote> "${text}" stands ${where}. Use words that do, or remove it`
    return [{ file, ...toPlace(node.position), field: 'body', message, by }]
  })
}

const isPullQuote = (node: Nodes): node is Extract<Nodes, MdxElement> => isMdxElement(node) && node.name === 'PullQuote'
