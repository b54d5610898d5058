import { Notice } from '#components/site/notice'
import { withoutRobots } from '#lib/distribution/metadata'
import { getSite } from '#lib/publication/site'

export function generateMetadata() {
  const { title, text } = getSite().messages.notices.error
  return withoutRobots({ title, description: text })
}

/** What a reader sees where the site failed (500). */
export default function ServerError() {
  const site = getSite()
  const { heading, text } = site.messages.notices.error
  return (
    <Notice site={site} title={heading}>
      <p>{text}</p>
    </Notice>
  )
}
