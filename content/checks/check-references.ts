import type { Folder } from '#content/content-dir'
import { isSlug, toPhotoFile } from '#lib/rules/links'
import { onceEach } from '#lib/rules/once-each'
import type { CheckedDocument } from './check-document'
import { byPlace, type ContentError, maxErrors } from './content-error'
import { documentError, type Known, type Problem, strings } from './known'
import { linkError } from './link-error'
import { placeOf } from './places'

/** Every name in a document that belongs to nothing. Only those that can be listed are told in words. */
export function checkReferences(document: CheckedDocument, known: Known): ContentError[] {
  const { file } = document
  const fromFields = fieldReferences(document).flatMap(({ path, find }) => {
    const problem = find(known)
    return problem ? [{ file, ...placeOf(document.places, path), field: nameOf(path), problem }] : []
  })
  const fromBody = document.references.flatMap(({ kind, value, line, column }) => {
    const problem = bodyError(kind, value, document, known)
    return problem ? [{ file, line, column, field: 'body', problem }] : []
  })
  const errors = [...fromFields, ...fromBody]
    .sort(byPlace)
    .map(({ problem, ...error }, index) => ({ ...error, message: index < maxErrors ? problem() : '' }))
  // A pull quote of nobody is told once, as that.
  const pullQuotes = document.pullQuoteErrors
    .filter(({ by }) => !by || known.documents.people.has(by))
    .map(({ by: _, ...error }) => error)
  return [...errors, ...pullQuotes]
}

type FieldReference = { path: (string | number)[]; find: (known: Known) => Problem | undefined }

/** The fields of a document that name something; wrong types were told before and are passed over. */
const fieldReferences = onceEach(({ folder, data, slug }: CheckedDocument): FieldReference[] => {
  if (folder !== 'articles') return []
  const list = (field: string, to: Folder) =>
    strings(data[field]).map((value, index) => ({
      path: [field, index],
      find: (known: Known) => (isSlug(value) ? documentError(value, to, known) : undefined),
    }))
  const photo = (data.photo as { src?: unknown } | undefined)?.src
  return [
    ...list('authors', 'authors'),
    ...list('topics', 'topics'),
    ...list('follows', 'articles').filter(({ path }) => strings(data.follows)[Number(path[1])] !== slug),
    ...(typeof photo === 'string' && photo.trim() !== ''
      ? [{ path: ['photo', 'src'], find: (known: Known) => photoError(photo, known) }]
      : []),
  ]
})

const nameOf = (path: (string | number)[]) => path.filter((step) => typeof step === 'string').join('.')

function photoError(source: string, { photos, suggest }: Known): Problem | undefined {
  const file = toPhotoFile(source)
  const photo = photos.get(file)
  if (photo) return photo.error === undefined ? undefined : () => String(photo.error)
  return () =>
    `"${source}" is not a picture below photos/.${suggest(file, photos.keys()) || ' Add the file or mend the name'}`
}

function bodyError(kind: string, value: string, document: CheckedDocument, known: Known): Problem | undefined {
  if (kind === 'person') return documentError(value, 'people', known)
  return kind === 'photo' ? photoError(value, known) : linkError(value, document, known)
}
