import { toRoute } from '#lib/server/handlers/handler'
import { metrics } from '#lib/server/handlers/operations'

export const dynamic = 'force-dynamic'

export const GET = toRoute(metrics)
