import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isTimeZone } from '#lib/dates'
import { contentDir } from '../content-dir'
import { publicationRule } from '../schema/publication'
import { checkFrontMatter } from './check-front-matter'
import { type Fault, wholeFile } from './fault'
import { documentFault, type Known, strings } from './known'
import { placeOf } from './places'
import { readText } from './read-text'

const file = 'publication.yaml'

/** Checks the publication's own file and the topics of its menu; its zone is UTC until it says a real one. */
export function checkPublication(documents: Known['documents']): { faults: Fault[]; zone: string } {
  const unread = (message: string) => ({ faults: [{ file, ...wholeFile, field: 'file', message }], zone: 'UTC' })
  if (!existsSync(join(contentDir(), file))) {
    return unread('is missing. Add it with name, tagline, language, timeZone, publisher and topics')
  }
  const read = readText(file)
  if ('message' in read) return unread(read.message)
  const { data, places, faults } = checkFrontMatter(file, read.text.replace(/^\uFEFF/, ''), 1, publicationRule)
  const topics = strings(data.topics).flatMap((slug, index) => {
    const message = documentFault(slug, 'topics', { documents })
    return message ? [{ file, ...placeOf(places, ['topics', index]), field: 'topics', message }] : []
  })
  const zone = String(data.timeZone)
  return { faults: [...faults, ...topics], zone: isTimeZone(zone) ? zone : 'UTC' }
}
