import { toRoute } from '#lib/server/handlers/handler'
import { manifest } from '#lib/server/handlers/site-files'

export const dynamic = 'force-dynamic'

export const GET = toRoute(manifest)
