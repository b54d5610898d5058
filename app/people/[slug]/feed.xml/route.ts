import { personFeed } from '#lib/server/handlers/feeds'
import { toRoute } from '#lib/server/handlers/handler'

export const dynamic = 'force-dynamic'

export const GET = toRoute(personFeed)
