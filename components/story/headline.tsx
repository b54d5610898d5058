import type { ReactNode } from 'react'
import { Words } from '#components/site/words'
import { articlePath } from '#lib/rules/links'

const sizes = {
  h1: 'text-[clamp(2rem,1.35rem+2.9vw,3.375rem)] leading-[1.06] tracking-[-0.015em]',
  h2: 'text-[clamp(1.875rem,1.3rem+2.4vw,2.875rem)] leading-[1.08] tracking-[-0.012em]',
  h3: 'text-[1.1875rem] leading-[1.22]',
}

type Props = {
  as: keyof typeof sizes
  text: string
  slug?: string
  /** The same text with marked words. */
  marked?: ReactNode
}

/** A story's headline. With a slug, it links to the story and makes the whole card clickable. */
export const Headline = ({ as: Heading, text, slug, marked = <Words text={text} /> }: Props) => (
  <Heading className={`font-bold ${sizes[Heading]}`}>
    {slug ? (
      <a href={articlePath(slug)} className="after:absolute after:inset-0 hover:underline">
        {marked}
      </a>
    ) : (
      marked
    )}
  </Heading>
)
