import { PageLinks } from '#components/lists/page-links'
import { PageHeading } from '#components/site/page-heading'
import { Words } from '#components/site/words'
import { searchResultsPath } from '#lib/rules/links'
import type { Messages, SearchResults, Site, Topic } from '#lib/types'
import { PeopleFound } from './people-found'
import { SearchForm } from './search-form'
import { SearchHelp } from './search-help'
import { SearchHits } from './search-hits'

type Asked = { q: string; topic: string; from: string; to: string }
type Props = { site: Site; asked: Asked; topics: Topic[] } & (
  | { results: SearchResults; notice?: undefined }
  /** Why there are no results, in one or more sentences. */
  | { results?: undefined; notice: string[] }
)

/** The search page: the form, and the results or the reason why there are none. */
export const SearchPage = ({ site, asked, topics, results, notice }: Props) => (
  <>
    <PageHeading title={site.messages.search.title} />
    <SearchForm site={site} {...asked} topics={topics} />
    {results ? (
      <Results site={site} asked={asked} results={results} />
    ) : (
      <div role="status" className="max-w-measure space-y-3 text-[1.1875rem] text-soft">
        {notice.map((sentence) => (
          <p key={sentence}>
            <Words text={sentence} />
          </p>
        ))}
      </div>
    )}
  </>
)

type ResultsProps = { site: Site; asked: Asked; results: SearchResults }

const Results = ({ site, asked, results }: ResultsProps) => (
  <section aria-labelledby="results" className="space-y-6">
    <h2 id="results" className="max-w-measure text-[1.5rem] leading-[1.2] font-bold break-words">
      <Words text={describeResults(site.messages.search, results, asked.q)} />
    </h2>
    {results.isCutOff && <p className="max-w-measure text-soft">{site.messages.search.cutOff}</p>}
    <PeopleFound site={site} people={results.people} />
    {results.help && (
      <SearchHelp
        site={site}
        hasFilters={Boolean(asked.topic || asked.from || asked.to)}
        q={asked.q}
        {...results.help}
      />
    )}
    <SearchHits site={site} hits={results.hits} />
    <div className="max-w-measure">
      <PageLinks
        site={site}
        page={results.page}
        pages={results.pages}
        pathOf={(page) => searchResultsPath({ ...asked, page })}
        before={site.messages.search.previous}
        after={site.messages.search.next}
      />
    </div>
  </section>
)

function describeResults(words: Messages['search'], { total, isCutOff }: SearchResults, query: string): string {
  if (total === 0) return words.noneFound
  return isCutOff ? words.foundAtLeast(total, query) : words.found(total, query)
}
