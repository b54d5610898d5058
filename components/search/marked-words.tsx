import { Words } from '#components/site/words'
import type { Segment } from '#lib/types'

/** A line of text in which the words somebody searched for are marked. */
export const MarkedWords = ({ segments }: { segments: Segment[] }) =>
  segments.map(({ text, isMatch }, index) =>
    isMatch ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the segments of a text never change places
      <mark key={index} className="bg-mark text-ink">
        <Words text={text} />
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the segments of a text never change places
      <Words key={index} text={text} />
    ),
  )
