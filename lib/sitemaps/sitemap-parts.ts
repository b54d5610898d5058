import { getEdition } from '../articles'
import { readIndex } from '../content'
import { getAllCorrections } from '../corrections'
import { keepForEdition } from '../keep-for-edition'
import { pageSize } from '../paginate'
import { getQuotationSummary } from '../people'
import { type SitemapEntry, toSitemapEntries } from './sitemap-entries'
import { splitSitemap } from './split-sitemap'

/** The public addresses, in the parts that each make a file of the sitemap; at least one. */
export const getSitemapParts = (now: Date): SitemapEntry[][] => parts(undefined, now)

const parts = keepForEdition((_: undefined, now): SitemapEntry[][] => {
  const edition = getEdition(now)
  const countQuotations = (person: string) => {
    const atMost = (edition.byPerson.get(person) ?? []).reduce((sum, { quotations }) => sum + quotations, 0)
    // Whoever has a single page at most need not be counted, which would read a file.
    return atMost <= pageSize ? atMost : getQuotationSummary(person, now).total
  }
  const source = { index: readIndex(), edition, corrections: getAllCorrections(now), countQuotations }
  return splitSitemap(toSitemapEntries(source))
})
