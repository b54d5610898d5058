import { Notice } from '#components/site/notice'
import { withoutRobots } from '#lib/distribution/metadata'

export const metadata = withoutRobots({
  title: 'Something went wrong',
  description: 'The page could not be made. Try again in a minute.',
})

/** What a reader sees where the site failed (500). */
export default function ServerError() {
  return (
    <Notice title="Something went wrong on our side">
      <p>The page could not be made. Try again in a minute.</p>
    </Notice>
  )
}
