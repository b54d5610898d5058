import { Notice } from '#components/site/notice'
import { withoutRobots } from '#lib/distribution/metadata'
import { getSite } from '#lib/publication/site'

export function generateMetadata() {
  const { title, description } = getSite().messages.notices.notFound
  return withoutRobots({ title, description })
}

export default function NotFound() {
  const site = getSite()
  const { heading, text } = site.messages.notices.notFound
  return (
    <Notice site={site} title={heading}>
      <p>{text}</p>
    </Notice>
  )
}
