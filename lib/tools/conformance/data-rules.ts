import type { Page } from './page'
import { type Rule, unless } from './rule'
import { isStory } from './site'
import { parseThings, readThings, type Thing } from './things'

/** The required properties of each type. */
const required: Record<string, string[]> = {
  NewsArticle: [
    ...['headline', 'description', 'url', 'datePublished', 'dateModified', 'author', 'publisher'],
    ...['mainEntityOfPage', 'isPartOf', 'inLanguage', 'articleSection', 'keywords'],
  ],
  BreadcrumbList: ['itemListElement'],
  CollectionPage: ['name', 'url', 'mainEntity'],
  ProfilePage: ['name', 'url', 'mainEntity'],
  WebPage: ['name', 'url'],
  WebSite: ['name', 'url', 'potentialAction'],
  NewsMediaOrganization: ['name', 'url', 'logo'],
}

export const hasType = (type: string) => (thing: Thing) => thing['@type'] === type

/** Rules for the structured data of every page. */
export const dataRules: Rule<Page>[] = [
  {
    fact: 'Structured data can be read',
    cure: 'Print it with the component StructuredData.',
    findErrors: ({ structuredData }) => [
      ...unless(structuredData.length === 1, `has ${structuredData.length} elements of it`),
      ...structuredData.flatMap((text) => {
        const read = parseThings(text)
        return 'error' in read ? [read.error] : []
      }),
    ],
  },
  {
    fact: 'A page says of what type it is: a story NewsArticle, others what they are',
    cure: 'Add the type to lib/structured-data.',
    findErrors: (page) => {
      const types = readThings(page).map((thing) => thing['@type'] as string)
      const isKnown = isStory(page) ? types.includes('NewsArticle') : types.some((type) => type in required)
      return unless(isKnown, `says only ${types.join(', ') || 'nothing'}`)
    },
  },
  {
    fact: 'Each type has the properties it needs',
    cure: 'Add the property to lib/structured-data.',
    findErrors: (page) =>
      readThings(page).flatMap((thing) => {
        const type = thing['@type'] as string
        return (required[type] ?? []).flatMap((name) => unless(isSaid(thing[name]), `${type} has no ${name}`))
      }),
  },
  {
    fact: 'The way to a page is counted from 1, each step with a name and an absolute address',
    cure: 'Make it with toBreadcrumbs.',
    findErrors: (page) =>
      readThings(page)
        .filter(hasType('BreadcrumbList'))
        .flatMap(({ itemListElement }) => [itemListElement].flat() as Thing[])
        .flatMap(({ position, name, item }, index) =>
          unless(position === index + 1 && isSaid(name) && URL.canParse(String(item)), `step ${index + 1} is errory`),
        ),
  },
]

const isSaid = (value: unknown) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
