import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { contentDir } from '#content/content-dir'
import { publicationRule } from '#content/schema/publication'
import { isTimeZone } from '#lib/rules/dates'
import { checkFrontMatter, type FrontMatter } from './check-front-matter'
import { type ContentError, wholeFile } from './content-error'
import { publicationFile } from './content-files'
import { documentError, type Known, strings } from './known'
import { placeOf } from './places'
import { readText } from './read-text'
import { toReadingError, withinTime } from './within-time'

const { file, maxBytes } = publicationFile

/** The publication's own file: its text, its zone, which is UTC until it says a real one, and what is wrong with it. */
type CheckedPublication = { text: string; zone: string; errors: ContentError[] }

/** Checks the publication's own file and the topics of its menu. */
export function checkPublication(known: Pick<Known, 'documents' | 'suggest'>): CheckedPublication {
  const unread = (message: string) => ({
    text: '',
    zone: 'UTC',
    errors: [{ file, ...wholeFile, field: 'file', message }],
  })
  if (!lstatSync(join(contentDir(), file), { throwIfNoEntry: false })) {
    return unread('is missing. Add it with name, tagline, language, timeZone, publisher and topics')
  }
  const read = readText(file, maxBytes)
  if ('message' in read) return unread(read.message)
  const checked = readFields(read.text.replace(/^\uFEFF/, ''))
  if (typeof checked === 'string') return unread(checked)
  const { data, places, errors } = checked
  const topics = strings(data.topics).flatMap((slug, index) => {
    const problem = documentError(slug, 'topics', known)
    return problem ? [{ file, ...placeOf(places, ['topics', index]), field: 'topics', message: problem() }] : []
  })
  const zone = String(data.timeZone)
  return { text: read.text, zone: isTimeZone(zone) ? zone : 'UTC', errors: [...errors, ...topics] }
}

/** The fields, or what kept them from being read. */
function readFields(text: string): FrontMatter | string {
  try {
    return withinTime(() => checkFrontMatter(file, text, 1, publicationRule), 1000)
  } catch (error) {
    const message = toReadingError(error)
    if (!message) throw error
    return message
  }
}
