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

/** The publication's own file: its text, its zone, which is UTC until it says a real one, and what is wrong with it. */
type CheckedPublication = { text: string; zone: string; faults: Fault[] }

/** Checks the publication's own file and the topics of its menu. */
export function checkPublication(documents: Known['documents']): CheckedPublication {
  const unread = (message: string) => ({
    text: '',
    zone: 'UTC',
    faults: [{ file, ...wholeFile, field: 'file', message }],
  })
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
  return { text: read.text, zone: isTimeZone(zone) ? zone : 'UTC', faults: [...faults, ...topics] }
}
