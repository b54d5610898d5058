import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

/** The header in which a handler finds the client's address; what a client itself writes there is overwritten. */
const header = 'x-dateline-client'

/**
 * Notes on every request where it came from, since handlers cannot see the socket and would have to believe what
 * clients say. `trustedProxies` is how many proxies in front are believed in `X-Forwarded-For`.
 */
export function noteClientAddresses(trustedProxies: number): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    const { remoteAddress } = request.socket
    request.headers[header] = toClientAddress(
      String(request.headers['x-forwarded-for'] ?? ''),
      remoteAddress,
      trustedProxies,
    )
  })
}

/** The address of a request's client, as it was noted; one that is not known is 0.0.0.0. */
export const clientAddress = (headers: Headers): string => headers.get(header) ?? unknown

const unknown = '0.0.0.0'

/** An entry as some proxies write it, without its port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const toAddress = (entry: string) =>
  entry
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')

/**
 * Each proxy adds the address it was asked from at the end of `X-Forwarded-For`, and the last one asks us: so the client
 * is as many places before the end as there are proxies. What stands further left is the client's own word.
 */
export function toClientAddress(forwarded: string, remote: string | undefined, trustedProxies: number): string {
  const chain = [...forwarded.split(','), remote ?? unknown].map(toAddress).filter(Boolean)
  const client = chain.at(-1 - trustedProxies) ?? chain[0] ?? unknown
  return ipaddr.isValid(client) ? client : (remote ?? unknown)
}
