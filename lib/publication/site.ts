import { getMessages } from '#lib/messages/messages'
import { readIndex } from '#lib/snapshot/load'
import type { Publication, Site } from '#lib/types'

/** The origin is fixed at build, so that no page can disagree with another. */
const url = (process.env.SITE_URL || 'http://localhost:3000').replace(/\/$/, '')

export function getSite(): Site {
  const { publication } = readIndex()
  const site = sites.get(publication) ?? { ...publication, url, messages: getMessages(publication.language) }
  sites.set(publication, site)
  return site
}

const sites = new WeakMap<Publication, Site>()

/** A path as an absolute address of the site. */
export const toAbsolute = (path: string) => url + path
