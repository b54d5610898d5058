import { getEdition } from '../articles'
import { readIndex } from '../content'
import { getAllCorrections } from '../corrections'
import { keepForEdition } from '../keep-for-edition'
import { getQuotationSummary } from '../people'
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
