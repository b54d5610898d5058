import { getMessages } from '#lib/messages/messages'
import { onceEach } from '#lib/rules/once-each'
import { readIndex } from '#lib/snapshot/load'
import type { Publication, Site } from '#lib/types'

/** The origin is fixed at build, so that no page can disagree with another. */
const url = (process.env.SITE_URL || 'http://localhost:3000').replace(/\/$/, '')

export const getSite = (): Site => toSite(readIndex().publication)

const toSite = onceEach(
  (publication: Publication): Site => ({ ...publication, url, messages: getMessages(publication.language) }),
)

/** A path as an absolute address of the site. */
export const toAbsolute = (path: string) => url + path
