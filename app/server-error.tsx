import { Notice } from '#components/site/notice'
import { withoutRobots } from '#lib/distribution/metadata'
import { getSite } from '#lib/publication/site'

export function generateMetadata() {
  const { title, text } = getSite().messages.notices.error
  return withoutRobots({ title, description: text })
}

/** The page that a reader gets when the site fails (500). */
export default function ServerError() {
  const site = getSite()
  const { heading, text } = site.messages.notices.error
  return (
    <Notice site={site} title={heading}>
      <p>{text}</p>
    </Notice>
  )
}
