import { readIndex } from '#lib/snapshot/load'
import { findInIndex } from './find-in-index'
import type { Page } from '#lib/types'

export const getPage = (slug: string): Page | undefined => findInIndex('pages', slug)

/** The publication's own pages, by title. */
export const getPages = (): Page[] => readIndex().pages.toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
