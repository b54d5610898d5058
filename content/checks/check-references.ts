import type { Folder } from '#content/content-dir'
import { isSlug, toPhotoFile } from '#lib/rules/links'
import { onceEach } from '#lib/rules/once-each'
import type { CheckedDocument } from './check-document'
import { byPlace, type Fault, maxFaults } from './fault'
import { documentFault, type Known, type Problem, strings } from './known'
import { linkFault } from './link-fault'
import { placeOf } from './places'

/** Every name in a document that belongs to nothing. Only those that can be listed are told in words. */
export function checkReferences(document: CheckedDocument, known: Known): Fault[] {
  const { file } = document
  const fromFields = fieldReferences(document).flatMap(({ path, find }) => {
    const problem = find(known)
    return problem ? [{ file, ...placeOf(document.places, path), field: nameOf(path), problem }] : []
  })
  const fromBody = document.references.flatMap(({ kind, value, line, column }) => {
    const problem = bodyFault(kind, value, document, known)
    return problem ? [{ file, line, column, field: 'body', problem }] : []
  })
  const faults = [...fromFields, ...fromBody]
    .sort(byPlace)
    .map(({ problem, ...fault }, index) => ({ ...fault, message: index < maxFaults ? problem() : '' }))
  // A pull quote of nobody is told once, as that.
  const pullQuotes = document.pullQuoteFaults
    .filter(({ by }) => !by || known.documents.people.has(by))
    .map(({ by: _, ...fault }) => fault)
  return [...faults, ...pullQuotes]
}

type FieldReference = { path: (string | number)[]; find: (known: Known) => Problem | undefined }

/** The fields of a document that name something; wrong types were told before and are passed over. */
const fieldReferences = onceEach(({ folder, data, slug }: CheckedDocument): FieldReference[] => {
  if (folder !== 'articles') return []
  const list = (field: string, to: Folder) =>
    strings(data[field]).map((value, index) => ({
      path: [field, index],
      find: (known: Known) => (isSlug(value) ? documentFault(value, to, known) : undefined),
    }))
  const photo = (data.photo as { src?: unknown } | undefined)?.src
  return [
    ...list('authors', 'authors'),
    ...list('topics', 'topics'),
    ...list('follows', 'articles').filter(({ path }) => strings(data.follows)[Number(path[1])] !== slug),
    ...(typeof photo === 'string' && photo.trim() !== ''
      ? [{ path: ['photo', 'src'], find: (known: Known) => photoFault(photo, known) }]
      : []),
  ]
})

const nameOf = (path: (string | number)[]) => path.filter((step) => typeof step === 'string').join('.')

function photoFault(source: string, { photos, suggest }: Known): Problem | undefined {
  const file = toPhotoFile(source)
  const photo = photos.get(file)
  if (photo) return photo.fault === undefined ? undefined : () => String(photo.fault)
  return () =>
    `"${source}" is not a picture below photos/.${suggest(file, photos.keys()) || ' Add the file or mend the name'}`
}

function bodyFault(kind: string, value: string, document: CheckedDocument, known: Known): Problem | undefined {
  if (kind === 'person') return documentFault(value, 'people', known)
  return kind === 'photo' ? photoFault(value, known) : linkFault(value, document, known)
}
