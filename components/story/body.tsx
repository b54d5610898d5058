import type { Root } from 'hast'
import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import type { ComponentProps } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import type { Site, SizedPhoto } from '#lib/types'
import { InlineQuotation } from './inline-quotation'
import { KeyPoints } from './key-points'
import { PhotoFigure } from './photo-figure'
import { PhotoImage } from './photo-image'
import { PullQuote } from './pull-quote'
import { Quotation } from './quotation'

const measure = '(min-width: 40rem) 38rem, 100vw'

const Table = ({ site, ...props }: ComponentProps<'table'> & { site: Site }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section aria-label={site.messages.story.table} tabIndex={0} className="overflow-x-auto">
    <table {...props} />
  </section>
)

/** What each element of a body's tree is on the page; all others are plain HTML. */
const elements = {
  BlockQuote: Quotation,
  InlineQuote: InlineQuotation,
  PullQuote,
  KeyPoints,
  Photo: (photo: SizedPhoto) => <PhotoFigure photo={photo} sizes={measure} />,
  img: (photo: SizedPhoto) => <PhotoImage {...photo} sizes={measure} />,
  th: (props: ComponentProps<'th'>) => <th scope="col" {...props} />,
  table: Table,
}

/** Those that have interface words. */
const withWords = new Set<unknown>([Quotation, PullQuote, KeyPoints, Table])

/** Running text. */
export function Body({ site, tree }: { site: Site; tree: Root }) {
  const giveSite =
    (make: typeof jsx): typeof jsx =>
    (type, props, key) =>
      make(type, withWords.has(type) ? { ...(props as object), site } : props, key)
  const runtime = { Fragment, jsx: giveSite(jsx), jsxs: giveSite(jsxs) }
  return <div className="prose">{toJsxRuntime(tree, { ...runtime, components: elements as never })}</div>
}
