import { Notice } from '#components/site/notice'
import { Words } from '#components/site/words'
import { toMetadata, withoutRobots } from '#lib/distribution/metadata'
import { assertFound, toName } from '#lib/http/params'
import { getWithdrawnArticle } from '#lib/publication/articles'
import { getSite } from '#lib/publication/site'
import { formatDay } from '#lib/rules/dates'
import { articlePath } from '#lib/rules/links'

type Props = { params: Promise<{ slug: string }> }

export const revalidate = 60
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props) {
  const path = articlePath(toName((await params).slug))
  return withoutRobots(toMetadata('Withdrawn story', 'The story at this address was withdrawn.', path))
}

export default async function WithdrawnPage({ params }: Props) {
  const article = getWithdrawnArticle(toName((await params).slug), new Date())
  const { at, reason } = assertFound(article?.withdrawn, 'a withdrawal')
  return (
    <Notice title="This story was withdrawn">
      <p>
        <time dateTime={at}>{formatDay(at, getSite().timeZone)}</time>: <Words text={reason} />
      </p>
    </Notice>
  )
}
