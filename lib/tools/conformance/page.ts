import { attribute, type Element, elementsIn, rawTextOf, readElements, textOf } from './html'

/** The parts of a story that both readers and programs see. */
export type ShownStory = { times: string[]; authors: string[]; quotations: string[]; corrections: string[] }

/** The content of a page for readers and for programs. */
export type Page = {
  /** Absolute, as the publication itself writes it. */
  address: string
  lang: string | undefined
  titles: string[]
  headings: string[]
  /** By name or property. */
  meta: Map<string, string[]>
  /** The links in the head. */
  related: { rel: string; type: string; href: string }[]
  links: string[]
  images: { src: string; alt: string | undefined }[]
  /** The JSON-LD elements, each as written. */
  structuredData: string[]
  story: ShownStory | undefined
}

/** Parses a page by the rules of HTML, whatever program made it. */
export function readPage(address: string, html: string): Page {
  const elements = readElements(html)
  const named = (...names: string[]) => elements.filter(({ tagName }) => names.includes(tagName))
  const article = named('article').find((one) => elementsIn(one).some(({ tagName }) => tagName === 'h1'))
  return {
    address,
    lang: named('html').map((root) => attribute(root, 'lang'))[0],
    titles: named('title')
      .filter(({ parentNode }) => parentNode && 'tagName' in parentNode && parentNode.tagName === 'head')
      .map(textOf),
    headings: named('h1').map(textOf),
    meta: readMeta(named('meta')),
    related: named('link').map((link) => ({
      rel: attribute(link, 'rel') ?? '',
      type: attribute(link, 'type') ?? '',
      href: attribute(link, 'href') ?? '',
    })),
    links: named('a').flatMap((link) => attribute(link, 'href') ?? []),
    images: named('img').map((image) => ({ src: attribute(image, 'src') ?? '', alt: attribute(image, 'alt') })),
    structuredData: named('script')
      .filter((script) => attribute(script, 'type') === 'application/ld+json')
      .map(rawTextOf),
    story: article && readStory(article),
  }
}

function readMeta(elements: Element[]): Map<string, string[]> {
  const meta = new Map<string, string[]>()
  for (const element of elements) {
    const name = attribute(element, 'name') ?? attribute(element, 'property')
    if (name) meta.set(name, [...(meta.get(name) ?? []), attribute(element, 'content') ?? ''])
  }
  return meta
}

function readStory(article: Element): ShownStory {
  const inside = elementsIn(article)
  const head = inside.filter(({ tagName }) => tagName === 'header').flatMap(elementsIn)
  const corrections = inside.find((element) => attribute(element, 'aria-labelledby') === 'corrections')
  const times = (elements: Element[]) => elements.flatMap((element) => attribute(element, 'datetime') ?? [])
  return {
    times: times(head),
    authors: head.filter((link) => attribute(link, 'href')?.startsWith('/authors/')).map(textOf),
    quotations: inside.filter(({ tagName }) => tagName === 'blockquote' || tagName === 'q').map(textOf),
    corrections: corrections ? times(elementsIn(corrections)) : [],
  }
}
