import { listPagePath } from '#lib/rules/links'
import { PageLinks } from './page-links'

type Props = { list: string; page: number; pages: number }

/** The ways to the neighbouring pages of a list that has the newest first. */
export const Pagination = ({ list, page, pages }: Props) => (
  <PageLinks page={page} pages={pages} pathOf={(page) => listPagePath(list, page)} before="Newer" after="Older" />
)
