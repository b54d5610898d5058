import { isSlug, toPhotoFile } from '#lib/links'
import type { Folder } from '../content-dir'
import type { CheckedDocument } from './check-document'
import { didYouMean } from './did-you-mean'
import type { Fault } from './fault'
import { documentFault, type Known, strings } from './known'
import { linkFault } from './link-fault'
import { placeOf } from './places'

/** Every name in a document that belongs to nothing. */
export function checkReferences(document: CheckedDocument, known: Known): Fault[] {
  const fromFields = fieldReferences(document).flatMap(({ path, message }) => {
    const text = message(known)
    return text ? [{ file: document.file, ...placeOf(document.places, path), field: nameOf(path), message: text }] : []
  })
  const fromBody = document.references.flatMap(({ kind, value, line, column }) => {
    const text = bodyFault(kind, value, document, known)
    return text ? [{ file: document.file, line, column, field: 'body', message: text }] : []
  })
  // A pull quote of nobody is told once, as that.
  const pullQuotes = document.pullQuoteFaults
    .filter(({ by }) => !by || known.documents.people.has(by))
    .map(({ by: _, ...fault }) => fault)
  return [...fromFields, ...fromBody, ...pullQuotes]
}

type FieldReference = { path: (string | number)[]; message: (known: Known) => string | undefined }

/** The fields of a document that name something; wrong types were told before and are passed over. */
function fieldReferences({ folder, data, slug }: CheckedDocument): FieldReference[] {
  if (folder !== 'articles') return []
  const list = (field: string, to: Folder) =>
    strings(data[field]).map((value, index) => ({
      path: [field, index],
      message: (known: Known) => (isSlug(value) ? documentFault(value, to, known) : undefined),
    }))
  const photo = (data.photo as { src?: unknown } | undefined)?.src
  return [
    ...list('authors', 'authors'),
    ...list('topics', 'topics'),
    ...list('follows', 'articles').filter(({ path }) => strings(data.follows)[Number(path[1])] !== slug),
    ...(typeof photo === 'string' && photo.trim() !== ''
      ? [{ path: ['photo', 'src'], message: (known: Known) => photoFault(photo, known) }]
      : []),
  ]
}

const nameOf = (path: (string | number)[]) => path.filter((step) => typeof step === 'string').join('.')

function photoFault(source: string, { photos }: Known): string | undefined {
  const file = toPhotoFile(source)
  const photo = photos.get(file)
  if (photo) return photo.fault
  return `"${source}" is not a picture below photos/.${didYouMean(file, photos.keys()) || ' Add the file or mend the name'}`
}

function bodyFault(kind: string, value: string, document: CheckedDocument, known: Known): string | undefined {
  if (kind === 'person') return documentFault(value, 'people', known)
  return kind === 'photo' ? photoFault(value, known) : linkFault(value, document, known)
}
