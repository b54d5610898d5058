import type { Site } from '#lib/types'

type Props = {
  site: Site
  page: number
  pages: number
  pathOf: (page: number) => string
  /** What the page before and the page after are called. */
  before: string
  after: string
}

/** The ways to the neighbouring pages of something that has several; absent when it has one. */
export const PageLinks = ({ site: { messages }, page, pages, pathOf, before, after }: Props) =>
  pages > 1 && (
    <nav
      aria-label={messages.lists.pages}
      className="label flex items-center justify-between border-t border-rule pt-3"
    >
      <span className="w-1/3">
        {page > 1 && (
          <a rel="prev" href={pathOf(page - 1)} className="inline-block py-2 font-bold underline">
            {before}
          </a>
        )}
      </span>
      <span>{messages.lists.pageOf(page, pages)}</span>
      <span className="w-1/3 text-end">
        {page < pages && (
          <a rel="next" href={pathOf(page + 1)} className="inline-block py-2 font-bold underline">
            {after}
          </a>
        )}
      </span>
    </nav>
  )
