import { listPagePath } from '#lib/links'

type Props = { list: string; page: number; pages: number }

/** The ways to the neighbouring pages of a list; absent when it has one page. */
export const Pagination = ({ list, page, pages }: Props) =>
  pages > 1 && (
    <nav aria-label="Pages" className="label flex items-center justify-between border-t border-rule pt-3">
      <span className="w-1/3">
        {page > 1 && (
          <a rel="prev" href={listPagePath(list, page - 1)} className="inline-block py-2 font-bold underline">
            Newer
          </a>
        )}
      </span>
      <span>
        Page {page} of {pages}
      </span>
      <span className="w-1/3 text-end">
        {page < pages && (
          <a rel="next" href={listPagePath(list, page + 1)} className="inline-block py-2 font-bold underline">
            Older
          </a>
        )}
      </span>
    </nav>
  )
