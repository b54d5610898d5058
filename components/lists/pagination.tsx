import { listPagePath } from '#lib/rules/links'
import type { Site } from '#lib/types'
import { PageLinks } from './page-links'

type Props = { site: Site; list: string; page: number; pages: number }

/** The ways to the neighbouring pages of a list that has the newest first. */
export const Pagination = ({ site, list, page, pages }: Props) => (
  <PageLinks
    site={site}
    page={page}
    pages={pages}
    pathOf={(page) => listPagePath(list, page)}
    before={site.messages.lists.newer}
    after={site.messages.lists.older}
  />
)
