import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { contentDir } from '../content-dir'
import { publicationRule } from '../schema/publication'
import { checkFrontMatter } from './check-front-matter'
import { type Fault, wholeFile } from './fault'
import { documentFault, type Known, strings } from './known'
import { readText } from './read-text'

const file = 'publication.yaml'

/** Checks the publication's own file and the topics of its menu. */
export function checkPublication(known: Known): Fault[] {
  if (!existsSync(join(contentDir(), file))) {
    const message = 'is missing. Add it with name, tagline, language, timeZone, publisher and topics'
    return [{ file, ...wholeFile, field: 'file', message }]
  }
  const read = readText(file)
  if ('message' in read) return [{ file, ...wholeFile, field: 'file', message: read.message }]
  const { data, placeOf, faults } = checkFrontMatter(file, read.text.replace(/^\uFEFF/, ''), 1, publicationRule)
  const topics = strings(data.topics).flatMap((slug, index) => {
    const message = documentFault(slug, 'topics', known)
    return message ? [{ file, ...placeOf(['topics', index]), field: 'topics', message }] : []
  })
  return [...faults, ...topics]
}
