import type { Root } from 'hast'
import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import type { ComponentProps } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import type { SizedPhoto } from '#lib/types'
import { InlineQuotation } from './inline-quotation'
import { KeyPoints } from './key-points'
import { PhotoFigure } from './photo-figure'
import { PhotoImage } from './photo-image'
import { PullQuote } from './pull-quote'
import { Quotation } from './quotation'

const measure = '(min-width: 40rem) 38rem, 100vw'

/** What each element of a body's tree is on the page; all others are plain HTML. */
const elements = {
  BlockQuote: Quotation,
  InlineQuote: InlineQuotation,
  PullQuote,
  KeyPoints,
  Photo: (photo: SizedPhoto) => <PhotoFigure photo={photo} sizes={measure} />,
  img: (photo: SizedPhoto) => <PhotoImage {...photo} sizes={measure} />,
  th: (props: ComponentProps<'th'>) => <th scope="col" {...props} />,
  table: (props: ComponentProps<'table'>) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Table" tabIndex={0} className="overflow-x-auto">
      <table {...props} />
    </section>
  ),
}

/** Running text. */
export const Body = ({ tree }: { tree: Root }) => (
  <div className="prose">{toJsxRuntime(tree, { Fragment, jsx, jsxs, components: elements as never })}</div>
)
