import { type AddressKind, addressKinds, rowOf } from './address-table'
import { isCalendarDay } from './dates'

/**
 * An address of the publication: what it shows, of which slug, period, number or file, and which page of it. An address
 * that stands alone has an empty name.
 */
export type Address = { kind: AddressKind; name: string; page: number }

/** Kinds that stand alone, by their paths. */
const alone = new Map(
  addressKinds.filter((kind) => !rowOf(kind).path.includes('[')).map((kind) => [rowOf(kind).path.slice(1), kind]),
)

/** Kinds with names, each with the form of its path. */
const named = addressKinds
  .filter((kind) => rowOf(kind).path.includes('['))
  .map((kind) => ({ kind, form: toForm(rowOf(kind).path) }))

/** Where the name is not what stands in the place of the brackets. Undefined where no address has that name. */
const names: Partial<Record<AddressKind, (matched: string, path: string) => string | undefined>> = {
  'archive-period': toPeriod,
  sitemap: (file) => /^([1-9]\d{0,8})\.xml$/.exec(file)?.[1],
  photo: (_, path) => path,
  script: (_, path) => path,
}

/**
 * Reads a percent-encoded path as an address of the site's grammar; whether it shows anything is for others to say.
 * Names come decoded and composed (NFC). Undefined when no address has that form.
 */
export function parseAddress(path: string): Address | undefined {
  const segments = toSegments(path)
  if (!segments) return undefined
  const [word, number] = segments.slice(-2)
  const isPaged = word === 'page' && /^\d+$/.test(number ?? '')
  const target = toTarget((isPaged ? segments.slice(0, -2) : segments).join('/'))
  if (!target || !isPaged) return target && { ...target, page: 1 }
  const isPage = rowOf(target.kind).isPaged && /^[1-9]\d{0,8}$/.test(number ?? '')
  return isPage ? { ...target, page: Number(number) } : undefined
}

/** Is it the address of a page for readers that the renderer makes? */
export const isPage = ({ kind }: Address): boolean => rowOf(kind).isPage === true

/** The address that a link inside the publication leads to, whatever query or fragment it has. */
export const parseLink = (link: string): Address | undefined => parseAddress(link.split(/[?#]/, 1)[0] ?? '')

/**
 * The one way to write a percent-encoded path: composed (NFC), escapes in upper case and only where they must be, no slash
 * at its end, as `links.ts` writes them. Undefined where it cannot be decoded.
 */
export function toCanonicalPath(path: string): string | undefined {
  const segments = toSegments(path.replace(/(?<=.)\/$/, ''))
  return segments && `/${segments.map(encodeURIComponent).join('/')}`
}

/** Longer paths are no address: to read one of 13,000 segments would take milliseconds. A slug has at most 200 bytes. */
const [maxPathLength, maxSegments] = [4096, 32]

function toSegments(path: string): string[] | undefined {
  const parts = path.length > maxPathLength ? [] : path.slice(1).split('/', maxSegments + 1)
  if (parts.length === 0 || parts.length > maxSegments) return undefined
  try {
    const segments = parts.map((segment) => decodeURIComponent(segment).normalize('NFC'))
    // A slash inside a segment belongs to no name.
    return segments.some((segment) => /[/\0]/.test(segment)) ? undefined : segments
  } catch {
    return undefined
  }
}

function toTarget(path: string): { kind: AddressKind; name: string } | undefined {
  const kind = alone.get(path)
  if (kind) return { kind, name: '' }
  for (const { kind, form } of named) {
    const matched = form.exec(path)?.[1]
    if (matched === undefined) continue
    const name = names[kind] ? names[kind](matched, path) : matched
    return name === undefined ? undefined : { kind, name }
  }
  return undefined
}

/** A regular expression of a path in Next's notation, without its first slash, that finds the name. */
function toForm(path: string): RegExp {
  const parts = path.slice(1).split(/(\[.*\])/)
  const form = parts.map((part) => {
    if (part.startsWith('[...')) return '(.+)'
    return part.startsWith('[') ? '([^/]+)' : part.replaceAll('.', '\\.')
  })
  return new RegExp(`^${form.join('')}$`, 's')
}

/** `2024-11` of `2024/11`, if it is a year, month or day of the calendar. */
function toPeriod(path: string): string | undefined {
  const period = path.replaceAll('/', '-')
  const isPeriod = isCalendarDay(`${period}-01-01`.slice(0, 10)) && [4, 7, 10].includes(period.length)
  return isPeriod && path.split('/').length === (period.length - 1) / 3 ? period : undefined
}
