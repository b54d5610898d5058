import type { Root } from 'hast'
import type { Author, Correction, Person, Site, SizedPhoto, Article as Story, Topic } from '#lib/types'
import { Body } from './body'
import { Byline } from './byline'
import { Corrections } from './corrections'
import { Dateline } from './dateline'
import { Dek } from './dek'
import { Headline } from './headline'
import { Kicker } from './kicker'
import { PhotoFigure } from './photo-figure'
import { Speakers } from './speakers'
import { TopicLinks } from './topic-links'

type Props = {
  site: Site
  article: Story
  authors: Author[]
  topics: Topic[]
  /** The people who are quoted, in the order of their first quotation. */
  people: Person[]
  photo: SizedPhoto | undefined
  body: Root
  corrections: Correction[]
  updatedAt: string | undefined
}

/** A whole story, in reading order. */
export const Article = ({ site, article, authors, topics, people, photo, body, corrections, updatedAt }: Props) => (
  <article className="mx-auto max-w-measure space-y-8 pb-6">
    <header className="space-y-4">
      {article.kicker && <Kicker text={article.kicker} />}
      <Headline as="h1" text={article.headline} />
      <Dek text={article.dek} />
      <div className="label space-y-1 border-t border-rule pt-3">
        <Byline site={site} authors={authors} />
        <Dateline site={site} publishedAt={article.publishedAt} updatedAt={updatedAt} place={article.place} />
        <Speakers
          site={site}
          quotations={article.timesQuoted.reduce((sum, [times]) => sum + times, 0)}
          people={people}
        />
      </div>
    </header>
    {photo && (
      <div className="lg:-mx-16">
        <PhotoFigure photo={photo} sizes="(min-width: 64rem) 46rem, (min-width: 40rem) 38rem, 100vw" isFirst />
      </div>
    )}
    <Body site={site} tree={body} />
    <Corrections site={site} corrections={corrections} />
    <TopicLinks site={site} topics={topics} />
  </article>
)
