import type { ReactNode } from 'react'
import { PageHeading } from '#components/site/page-heading'
import type { Article, Site, SizedPhoto } from '#lib/types'
import { Pagination } from './pagination'
import { StoryRiver } from './story-river'

type Props = {
  site: Site
  title: string
  description: string
  label?: string
  /** The address of the list's first page. */
  list: string
  stories: { article: Article; photo: SizedPhoto | undefined }[]
  page: number
  pages: number
  total: number
  /** Content between the heading and the stories, on the first page only. */
  children?: ReactNode
}

/** One page of a list of stories. */
export const ListPage = ({ site, title, description, label, list, stories, page, pages, total, children }: Props) => (
  <>
    <PageHeading title={title} description={description} label={label}>
      <p className="label text-soft">{site.messages.lists.storiesOnPage(total, page, pages)}</p>
    </PageHeading>
    {page === 1 && children}
    <StoryRiver site={site} stories={stories} whenEmpty={site.messages.lists.whenEmpty} />
    <Pagination site={site} list={list} page={page} pages={pages} />
  </>
)
