import { Words } from '#components/site/words'
import type { Segment } from '#lib/types'

/** A line of text that marks the words of the search. */
export const MarkedWords = ({ segments }: { segments: Segment[] }) =>
  segments.map(({ text, isMatch }, index) =>
    isMatch ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the order of the segments never changes
      <mark key={index} className="bg-mark text-ink">
        <Words text={text} />
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the order of the segments never changes
      <Words key={index} text={text} />
    ),
  )
