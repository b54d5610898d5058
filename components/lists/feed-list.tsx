import { Words } from '#components/site/words'

/** A feed for readers to choose: what it contains, and its absolute address to copy. */
export type ListedFeed = { title: string; path: string; address: string }

type Props = { id: string; title: string; feeds: ListedFeed[] }

/** Feeds of one kind; absent if there are none. */
export const FeedList = ({ id, title, feeds }: Props) =>
  feeds.length > 0 && (
    <section aria-labelledby={id}>
      <h2 id={id} className="section-title">
        {title}
      </h2>
      <ul className="mt-5 grid gap-x-8 gap-y-5 md:grid-cols-2 lg:grid-cols-3">
        {feeds.map(({ title, path, address }) => (
          <li key={path}>
            <a href={path} className="text-[1.1875rem] font-bold hover:underline">
              <Words text={title} />
            </a>
            <p className="label mt-1 break-all text-soft select-all">{address}</p>
          </li>
        ))}
      </ul>
    </section>
  )
