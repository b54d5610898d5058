import { toRoute } from '#lib/server/handlers/handler'
import { health } from '#lib/server/handlers/operations'

export const dynamic = 'force-dynamic'

export const GET = toRoute(health)
