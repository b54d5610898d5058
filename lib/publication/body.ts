import type { Element, Root } from 'hast'
import { toDay } from '#lib/rules/dates'
import { forEachElement } from '#lib/rules/for-each-element'
import { toPhotoFile } from '#lib/rules/links'
import { roleOn } from '#lib/rules/roles'
import { type BodyFolder, readBody } from '#lib/snapshot/files'
import { readIndex } from '#lib/snapshot/load'
import type { Article } from '#lib/types'
import { findInIndex } from './find-in-index'
import { resolveAddress } from './resolve-address'
import { getSite } from './site'

/** A story's body, ready to be rendered. */
export const getArticleBody = (article: Article, now: Date): Root =>
  prepare('articles', article.slug, now, toDay(article.publishedAt, readIndex().publication.timeZone))

/** The body of a topic, author or page; its quotations are of their own days. Undefined when it says nothing. */
export function getBody(folder: BodyFolder, slug: string, now: Date): Root | undefined {
  const body = prepare(folder, slug, now, toDay(now.toISOString(), readIndex().publication.timeZone))
  return body.children.length > 0 ? body : undefined
}

/** Completes a kept body with what only the publication knows: speakers, sizes of pictures, and links that lead nowhere now. */
function prepare(folder: BodyFolder, slug: string, now: Date, day: string): Root {
  const root: Root = { type: 'root', children: readBody(folder, slug).children }
  forEachElement(root, (element) => {
    const { tagName, properties } = element
    if (tagName === 'BlockQuote' || tagName === 'InlineQuote') Object.assign(properties, speakerOf(element, day))
    if (tagName === 'Photo' || tagName === 'img') Object.assign(properties, pictureOf(String(properties.src)))
    if (tagName === 'PullQuote' && properties.by) properties.name = findInIndex('people', String(properties.by))?.name
    if (leadsNowhere(properties.source, now)) delete properties.source
    if (tagName === 'a' && leadsNowhere(properties.href, now)) {
      element.tagName = 'span'
      element.properties = {}
    }
  })
  return root
}

/** Who speaks, with the title held on the day of the quotation. */
function speakerOf({ properties }: Element, day: string) {
  const person = findInIndex('people', String(properties.by))
  const role = roleOn(person?.roles ?? [], String(properties.on ?? day))
  return {
    name: person?.name,
    nativeName: person?.nativeName?.text,
    nativeLang: person?.nativeName?.lang,
    role: role && getSite().messages.story.role(role.title, role.institution),
  }
}

function pictureOf(source: string) {
  const src = toPhotoFile(source)
  return { src, ...readIndex().photos[src] }
}

/** An address of the publication that readers cannot open at the moment, such as that of a withdrawn story. */
function leadsNowhere(address: unknown, now: Date): boolean {
  if (typeof address !== 'string' || !address.startsWith('/')) return false
  const { kind } = resolveAddress(address.split(/[?#]/, 1)[0] ?? '', now)
  return kind === 'unknown' || kind === 'withdrawn'
}
