import { sitemapPart } from '#lib/server/handlers/crawlers'
import { toRoute } from '#lib/server/handlers/handler'

export const dynamic = 'force-dynamic'

export const GET = toRoute(sitemapPart)
