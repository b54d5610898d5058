import { toRoute } from '#lib/server/handlers/handler'
import { hotThisWeek } from '#lib/server/handlers/reads'

export const dynamic = 'force-dynamic'

export const GET = toRoute(hotThisWeek)
