import type { ReactNode } from 'react'
import { personPath } from '#lib/rules/links'
import type { Site } from '#lib/types'

/** Who speaks, and the title and institution of that day. */
export type Speaker = {
  by: string
  name: string
  nativeName?: string | undefined
  nativeLang?: string | undefined
  role?: string | undefined
}

type Props = Speaker & {
  site: Site
  id: string
  lang?: string | undefined
  to?: string | undefined
  source?: string | undefined
  children: ReactNode
}

/** Words of a person, set off from the text, with their name and the title they held that day. */
export const Quotation = ({ site, id, lang, source, children, to, ...speaker }: Props) => (
  <figure id={id} className="border-l-3 border-seal pl-5">
    <blockquote
      lang={lang}
      cite={source}
      className="text-[1.3125rem] leading-[1.45] [&>*+*]:mt-3 [&>:first-child]:before:content-[open-quote] [&>:last-child]:after:content-[close-quote]"
    >
      {children}
    </blockquote>
    <figcaption className="label mt-3">
      <Attribution site={site} {...speaker} to={to} source={source} />
    </figcaption>
  </figure>
)

type AttributionProps = Omit<Props, 'id' | 'children'>

const Attribution = ({ site: { messages }, by, name, nativeName, nativeLang, role, to, source }: AttributionProps) => (
  <>
    <a href={personPath(by)} className="font-bold">
      {name}
    </a>
    {nativeName && (
      <>
        {' '}
        (<span lang={nativeLang}>{nativeName}</span>)
      </>
    )}
    {role && <span className="text-soft">{messages.site.listSeparator + role}</span>}
    {to && <span className="text-soft">{messages.site.listSeparator + messages.story.spokenTo(to)}</span>}
    {source && (
      <>
        {' '}
        <a href={source} aria-label={messages.story.sourceOf(name)}>
          {messages.story.source}
        </a>
      </>
    )}
  </>
)
