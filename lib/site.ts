import { readIndex } from './content'
import type { Publication } from './types'

/** The publication and its public origin. */
export type Site = Publication & { url: string }

/** The origin is fixed at build, so that no page can disagree with another. */
const url = (process.env.SITE_URL || 'http://localhost:3000').replace(/\/$/, '')

export const getSite = (): Site => ({ ...readIndex().publication, url })

/** A path as an absolute address of the site. */
export const toAbsolute = (path: string) => url + path
