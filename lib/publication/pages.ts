import { readIndex } from '#lib/snapshot/load'
import type { Page } from '#lib/types'
import { findInIndex } from './find-in-index'

export const getPage = (slug: string): Page | undefined => findInIndex('pages', slug)

/** The publication's own pages, by title. */
export const getPages = (): Page[] => readIndex().pages.toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
