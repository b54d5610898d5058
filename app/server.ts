import { preview } from '#app/api/preview/preview'
import { renderPage } from '#app/renderer/render-page'
import { search } from '#app/search/search'
import { handlers } from '#lib/server/handlers/handlers'
import { startServer } from '#lib/server/start-server'

/** The server of a Node host. `npm run build` bundles this file with everything that it imports. */
await startServer({
  renderPage,
  handlers: { ...handlers, search, 'api/preview': preview },
})
