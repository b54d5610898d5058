import { Notice } from '#components/site/notice'
import { withoutRobots } from '#lib/distribution/metadata'

export const metadata = withoutRobots({ title: 'Not found', description: 'There is nothing at this address.' })

export default function NotFound() {
  return (
    <Notice title="There is nothing at this address">
      <p>The link that brought you here may be mistyped, or what it led to was never published.</p>
    </Notice>
  )
}
