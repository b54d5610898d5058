import { hideSecrets } from '#lib/http/caching'
import { forwardedClient } from '#lib/http/client-address'
import { assertFound } from '#lib/http/params'
import { type Address, parseAddress } from '#lib/rules/addresses'

/** What a handler is told beside the request: the address that the gate found, the client's IP address, and the moment. */
type RequestContext = { address: Address; client: string; now: Date }

/** Answers requests for an address that is no page. The server and Next's `route.ts` files call the same ones. */
export type Handler = (request: Request, context: RequestContext) => Response | Promise<Response>

/** A handler as Next's `route.ts` wants it, for development and Vercel. */
export const toRoute =
  (handler: Handler) =>
  async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const address = assertFound(parseAddress(pathname), 'an address')
    const answer = await handler(request, { address, client: forwardedClient(request.headers), now: new Date() })
    hideSecrets(pathname + search, answer)
    return answer
  }
