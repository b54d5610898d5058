import { preview } from '#app/api/preview/preview'
import { toRoute } from '#lib/server/handlers/handler'

export const dynamic = 'force-dynamic'

export const GET = toRoute(preview)
