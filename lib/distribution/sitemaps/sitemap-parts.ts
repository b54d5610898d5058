import { getEdition } from '#lib/publication/articles'
import { getAllCorrections } from '#lib/publication/corrections'
import { keepForEdition } from '#lib/publication/once-per-edition'
import { getQuotationSummary } from '#lib/publication/people'
import { readIndex } from '#lib/snapshot/load'
import { type SitemapEntry, toSitemapEntries } from './sitemap-entries'
import { splitSitemap } from './split-sitemap'

/** The public addresses, in the parts that each make a file of the sitemap; at least one. */
export const getSitemapParts = (now: Date): SitemapEntry[][] => parts(undefined, now)

const parts = keepForEdition((_: undefined, now): SitemapEntry[][] => {
  const edition = getEdition(now)
  const countQuotations = (person: string) => getQuotationSummary(person, now).total
  const source = { index: readIndex(), edition, corrections: getAllCorrections(now), countQuotations }
  return splitSitemap(toSitemapEntries(source))
})
