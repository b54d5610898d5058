import type { ReactNode } from 'react'
import type { Article, Site } from '#lib/types'
import { StoryCard } from './story-card'

type Props = { site: Site; title: ReactNode; id: string; articles: Article[]; columns: keyof typeof grids }

const grids = {
  three: 'md:grid-cols-2 lg:grid-cols-3',
  four: 'sm:grid-cols-2 lg:grid-cols-4',
}

/** A titled list of stories in columns; absent if there are none. */
export const StoryList = ({ site, title, id, articles, columns }: Props) =>
  articles.length > 0 && (
    <section aria-labelledby={id}>
      <h2 id={id} className="section-title">
        {title}
      </h2>
      <ul className={`mt-5 grid gap-x-8 gap-y-8 ${grids[columns]}`}>
        {articles.map((article) => (
          <li key={article.slug}>
            <StoryCard site={site} article={article} />
          </li>
        ))}
      </ul>
    </section>
  )
