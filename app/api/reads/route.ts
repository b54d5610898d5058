import { toRoute } from '#lib/server/handlers/handler'
import { reads } from '#lib/server/handlers/reads'

export const dynamic = 'force-dynamic'

export const POST = toRoute(reads)
