import { toRoute } from '#lib/server/handlers/handler'
import { script } from '#lib/server/handlers/site-files'

export const dynamic = 'force-dynamic'

export const GET = toRoute(script)
