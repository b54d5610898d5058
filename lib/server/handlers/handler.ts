import { type Address, parseAddress } from '../../addresses'
import { sure } from '../../params'
import { forwardedClient } from '../client-address'

/** What a handler is told beside the request: the address that the gate found, the client's IP address, and the moment. */
export type RequestContext = { address: Address; client: string; now: Date }

/** Answers requests for an address that is no page. The server and Next's `route.ts` files call the same ones. */
export type Handler = (request: Request, context: RequestContext) => Response | Promise<Response>

/** A handler as Next's `route.ts` wants it, for development and Vercel. */
export const toRoute =
  (handler: Handler) =>
  (request: Request): Response | Promise<Response> => {
    const address = sure(parseAddress(new URL(request.url).pathname), 'an address')
    return handler(request, { address, client: forwardedClient(request.headers), now: new Date() })
  }
