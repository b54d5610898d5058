import { toRoute } from '#lib/server/handlers/handler'
import { photo } from '#lib/server/handlers/pictures'

export const dynamic = 'force-dynamic'

export const GET = toRoute(photo)
