import { Notice } from '#components/notice'
import { Words } from '#components/words'
import { getWithdrawnArticle } from '#lib/articles'
import { formatDay } from '#lib/dates'
import { articlePath } from '#lib/links'
import { toMetadata, withoutRobots } from '#lib/metadata'
import { sure, toName } from '#lib/params'
import { getSite } from '#lib/site'

type Props = { params: Promise<{ slug: string }> }

export const revalidate = 60
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props) {
  const path = articlePath(toName((await params).slug))
  return withoutRobots(toMetadata('Withdrawn story', 'The story at this address was withdrawn.', path))
}

export default async function WithdrawnPage({ params }: Props) {
  const article = getWithdrawnArticle(toName((await params).slug), new Date())
  const { at, reason } = sure(article?.withdrawn, 'a withdrawal')
  return (
    <Notice title="This story was withdrawn">
      <p>
        <time dateTime={at}>{formatDay(at, getSite().timeZone)}</time>: <Words text={reason} />
      </p>
    </Notice>
  )
}
