import type { Page } from './page'
import { type Rule, unless, unlessSame } from './rule'
import type { Site } from './site'

const titles = new WeakMap<Site, Map<string, string>>()

/** The first page with each title. */
function firstWith(title: string, site: Site): string | undefined {
  const known = titles.get(site) ?? new Map<string, string>()
  if (!titles.has(site)) {
    for (const { address, titles } of site.pages.values()) {
      const [title = ''] = titles
      if (!known.has(title)) known.set(title, address)
    }
    titles.set(site, known)
  }
  return known.get(title)
}

/** Rules for every page. */
export const pageRules: Rule<Page>[] = [
  {
    fact: 'A page has one h1, and it says something',
    cure: 'Give the page one h1.',
    findErrors: ({ headings }) => unless(headings.length === 1 && headings[0] !== '', `has ${headings.length}`),
  },
  {
    fact: 'A page has one title, and it says something',
    cure: 'Set the title in the page’s metadata.',
    findErrors: ({ titles }) => unless(titles.length === 1 && titles[0] !== '', `has ${titles.length}`),
  },
  {
    fact: 'No two pages have the same title',
    cure: 'Tell them apart in words.',
    findErrors: ({ address, titles: [title = ''] }, site) => {
      const first = firstWith(title, site)
      return unless(first === address, `“${title}” is the title of ${first} too`)
    },
  },
  {
    fact: 'A page has one description',
    cure: 'Set the description in the page’s metadata.',
    findErrors: ({ meta }) => {
      const found = meta.get('description') ?? []
      return unless(found.length === 1 && found[0] !== '', `has ${found.length}`)
    },
  },
  {
    fact: 'A page names its own absolute address as the canonical one',
    cure: 'Set alternates.canonical to the address without query.',
    findErrors: ({ address, related }) => {
      const canonical = related.filter(({ rel }) => rel === 'canonical').map(({ href }) => href.replace(/\/$/, ''))
      return unlessSame('it', canonical, [address.replace(/\?.*/, '').replace(/\/$/, '')])
    },
  },
  {
    fact: 'A page says its language',
    cure: 'Set lang on the html element.',
    findErrors: ({ lang }) => unless(Boolean(lang), 'has no lang'),
  },
  {
    fact: 'Every picture has alternative text',
    cure: 'Write alt; an empty one says that the picture is decoration.',
    findErrors: ({ images }) => images.flatMap(({ src, alt }) => unless(alt !== undefined, `${src} has none`)),
  },
  {
    fact: 'Search engines may show large previews',
    cure: 'Say max-image-preview:large in meta robots.',
    findErrors: ({ meta }) =>
      unless(Boolean(meta.get('robots')?.join().includes('max-image-preview:large')), 'not said'),
  },
]
