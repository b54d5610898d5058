import { siteShareImage } from '#lib/server/handlers/pictures'
import { toRoute } from '#lib/server/handlers/handler'

export const dynamic = 'force-dynamic'

export const GET = toRoute(siteShareImage)
