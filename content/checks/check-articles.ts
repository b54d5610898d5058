import { isZonedTime } from '#lib/rules/dates'
import type { CheckedDocument } from './check-document'
import type { ContentError } from './content-error'
import { type Known, strings } from './known'
import { placeOf } from './places'

/** What stories must keep among themselves: the order of their times, former slugs, and parts that follow in one line. */
export function checkArticles(known: Known): ContentError[] {
  const articles = [...known.documents.articles.values()]
  return [...articles.flatMap(timeErrors), ...formerSlugErrors(articles, known), ...loopErrors(articles, known)]
}

function timeErrors({ file, data, places }: CheckedDocument): ContentError[] {
  const published = Date.parse(String(data.publishedAt))
  const updated = Date.parse(String(data.updatedAt))
  if (!(updated < published) || !isZonedTime(String(data.updatedAt))) return []
  const message = `"${data.updatedAt}" is before publishedAt. Give the time of the update, or remove it`
  return [{ file, ...placeOf(places, ['updatedAt']), field: 'updatedAt', message }]
}

function formerSlugErrors(articles: CheckedDocument[], known: Known): ContentError[] {
  const owners = new Map<string, string>()
  return articles.flatMap(({ file, data, places }) =>
    strings(data.formerSlugs).flatMap((slug, index) => {
      const owner = known.documents.articles.get(slug)?.file ?? owners.get(slug)
      owners.set(slug, file)
      const message =
        owner === file && known.documents.articles.get(slug)?.file !== file
          ? `"${slug}" stands twice. Keep one`
          : `"${slug}" is in use by ${owner}. Remove it, or rename that story`
      return owner ? [{ file, ...placeOf(places, ['formerSlugs', index]), field: 'formerSlugs', message }] : []
    }),
  )
}

/** One error for each loop, at its first story by slug. */
function loopErrors(articles: CheckedDocument[], known: Known): ContentError[] {
  const done = new Set<string>()
  const errors: ContentError[] = []
  for (const { slug } of articles.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))) {
    const loop = findLoop(slug, done, known)
    const first = loop && known.documents.articles.get(loop[0] ?? '')
    if (!loop || !first) continue
    const message = `${[...loop, loop[0]].map((part) => `"${part}"`).join(' follows ')}: a loop. Remove one of them`
    errors.push({ file: first.file, ...placeOf(first.places, ['follows']), field: 'follows', message })
  }
  return errors
}

/**
 * Walks along `follows` from a story; the stories of the first loop met, if there is one. The way is a list and no chain
 * of calls, for a series may have thousands of parts.
 */
function findLoop(start: string, done: Set<string>, known: Known): string[] | undefined {
  const way: { slug: string; open: Iterator<string> }[] = []
  const onWay = new Set<string>()
  const enter = (slug: string) => {
    done.add(slug)
    onWay.add(slug)
    way.push({ slug, open: strings(known.documents.articles.get(slug)?.data.follows).values() })
  }
  if (!done.has(start)) enter(start)
  for (let last = way.at(-1); last; last = way.at(-1)) {
    const { value: next, done: isOver } = last.open.next()
    if (isOver) {
      onWay.delete(last.slug)
      way.pop()
    } else if (onWay.has(next)) return [...onWay].slice([...onWay].indexOf(next))
    else if (!done.has(next)) enter(next)
  }
  return undefined
}
