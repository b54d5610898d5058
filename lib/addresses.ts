import { isCalendarDay } from '#lib/dates'

type Kind =
  | ('front' | 'latest' | 'topics' | 'authors' | 'people' | 'archives')
  | ('article' | 'topic' | 'author' | 'person' | 'person-feed' | 'archive' | 'page' | 'photo')

/** An address of the publication: what it shows, of which slug, period or picture, and which page of it. */
export type Address = { kind: Kind; name: string; page: number }

const single: Record<string, Kind> = {
  latest: 'latest',
  topics: 'topics',
  authors: 'authors',
  people: 'people',
  archive: 'archives',
}
const named: Record<string, Kind> = { articles: 'article', topics: 'topic', authors: 'author', people: 'person' }
const paged = new Set<Kind>(['latest', 'topic', 'author', 'person', 'archive'])

/**
 * Reads a percent-encoded path as an address of the site's grammar; whether it shows anything is for others to say.
 * Names come decoded and composed (NFC). Undefined when no address has that form.
 */
export function parseAddress(path: string): Address | undefined {
  const segments = toSegments(path)
  if (!segments) return undefined
  const [word, number] = segments.slice(-2)
  const isPaged = segments.length > 2 ? word === 'page' : segments.length === 2 && word === 'page'
  const target = toTarget(isPaged ? segments.slice(0, -2) : segments)
  if (!target || !isPaged) return target && { ...target, page: 1 }
  return paged.has(target.kind) && /^[1-9]\d{0,8}$/.test(number ?? '') ? { ...target, page: Number(number) } : undefined
}

/** The address that a link inside the publication leads to, whatever query or fragment it has. */
export const parseLink = (link: string): Address | undefined => parseAddress(link.split(/[?#]/, 1)[0] ?? '')

function toSegments(path: string): string[] | undefined {
  try {
    return path
      .slice(1)
      .split('/')
      .map((segment) => decodeURIComponent(segment).normalize('NFC'))
  } catch {
    return undefined
  }
}

function toTarget(segments: string[]): { kind: Kind; name: string } | undefined {
  const [first = '', second = ''] = segments
  if (segments.length === 1) {
    if (first === '') return { kind: 'front', name: '' }
    const kind = Object.hasOwn(single, first) ? single[first] : undefined
    return kind ? { kind, name: '' } : { kind: 'page', name: first }
  }
  if (first === 'photos') return { kind: 'photo', name: segments.join('/') }
  if (first === 'archive') return toArchive(segments.slice(1))
  if (first === 'people' && segments.length === 3 && segments[2] === 'feed.xml')
    return { kind: 'person-feed', name: second }
  const kind = Object.hasOwn(named, first) ? named[first] : undefined
  return kind && segments.length === 2 && second !== '' ? { kind, name: second } : undefined
}

function toArchive(parts: string[]): { kind: Kind; name: string } | undefined {
  const period = parts.join('-')
  const isPeriod = isCalendarDay(`${period}-01-01`.slice(0, 10)) && [4, 7, 10].includes(period.length)
  return isPeriod && parts.length === (period.length - 1) / 3 ? { kind: 'archive', name: period } : undefined
}
