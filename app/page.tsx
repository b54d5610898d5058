import { FrontSection } from '#components/lists/front-section'
import { HotThisWeek } from '#components/lists/hot-this-week'
import { LeadStory } from '#components/lists/lead-story'
import { StoryList } from '#components/lists/story-list'
import { StructuredData } from '#components/site/structured-data'
import { toMetadata } from '#lib/distribution/metadata'
import { toFrontPageData } from '#lib/distribution/structured-data/front-page'
import { getPhoto, withPhotos } from '#lib/publication/photos'
import { getSite } from '#lib/publication/site'
import { getFrontPage } from '#lib/publication/story-lists'
import { refreshCountedReads } from '#lib/reads/count-reads'
import { latestPath } from '#lib/rules/links'

export const revalidate = 60

export function generateMetadata() {
  const { name, tagline, messages } = getSite()
  return { ...toMetadata(name, tagline, '/'), title: { absolute: messages.site.title(name, tagline) } }
}

export default async function FrontPage() {
  const now = new Date()
  await refreshCountedReads(now)
  const site = getSite()
  const { messages } = site
  const { lead, hot, latest, sections } = getFrontPage(now)
  return (
    <>
      <StructuredData things={toFrontPageData()} />
      <h1 className="sr-only">{messages.front.heading(site.name)}</h1>
      {!lead && <p className="text-[1.5rem]">{messages.front.whenEmpty}</p>}
      <div className="grid gap-10 lg:grid-cols-[2fr_1fr]">
        {lead && <LeadStory site={site} article={lead} photo={getPhoto(lead)} />}
        <HotThisWeek site={site} stories={hot} />
      </div>
      <StoryList
        site={site}
        id="latest"
        title={<a href={latestPath}>{messages.latest.title}</a>}
        articles={latest}
        columns="three"
      />
      <div className="gap-x-8 [column-rule:1px_solid_var(--rule)] md:columns-2 lg:columns-3">
        {sections.map(({ topic, articles }) => (
          <FrontSection key={topic.slug} site={site} topic={topic} stories={withPhotos(articles)} />
        ))}
      </div>
    </>
  )
}
