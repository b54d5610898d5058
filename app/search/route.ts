import { search } from '#app/search/search'
import { toRoute } from '#lib/server/handlers/handler'

export const dynamic = 'force-dynamic'

export const GET = toRoute(search)
