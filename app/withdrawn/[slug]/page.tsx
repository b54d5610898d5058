import { Notice } from '#components/site/notice'
import { Words } from '#components/site/words'
import { toMetadata, withoutRobots } from '#lib/distribution/metadata'
import { assertFound, toName } from '#lib/http/params'
import { getWithdrawnArticle } from '#lib/publication/articles'
import { getSite } from '#lib/publication/site'
import { articlePath } from '#lib/rules/links'

type Props = { params: Promise<{ slug: string }> }

export const revalidate = 60
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props) {
  const path = articlePath(toName((await params).slug))
  const { title, description } = getSite().messages.notices.withdrawn
  return withoutRobots(toMetadata(title, description, path))
}

export default async function WithdrawnPage({ params }: Props) {
  const site = getSite()
  const { notices, dates } = site.messages
  const article = getWithdrawnArticle(toName((await params).slug), new Date())
  const { at, reason } = assertFound(article?.withdrawn, 'a withdrawal')
  return (
    <Notice site={site} title={notices.withdrawn.heading}>
      <p>
        <time dateTime={at}>{dates.day(at, site.timeZone)}</time>: <Words text={reason} />
      </p>
    </Notice>
  )
}
