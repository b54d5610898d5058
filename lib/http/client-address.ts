import ipaddr from 'ipaddr.js'
import { readEnvironment } from '#lib/runtime/env'

/**
 * The client's address when Next is the server: the last one in `X-Forwarded-For`. Vercel writes that header itself. Next's
 * development server trusts its clients.
 */
export function forwardedClient(headers: Headers): string {
  const chain = headers.get('X-Forwarded-For') ?? ''
  const end = chain.lastIndexOf(',')
  const remote = chain.slice(end + 1).trim()
  return toClientAddress(chain.slice(0, Math.max(end, 0)), remote || undefined, readEnvironment().TRUSTED_PROXIES)
}

const unknown = '0.0.0.0'

/** An address with a port has fewer characters. What a client sends in front of the proxies' entries may be thousands. */
const maxEntryLength = 100

/** An entry as some proxies write it, without its port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const toAddress = (entry: string) =>
  entry
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')

/**
 * Each proxy appends the address of its client to `X-Forwarded-For`, and the last proxy is connected to us. With n proxies the
 * client is therefore n places from the end. Entries further left come from the client and are not trusted.
 */
export function toClientAddress(forwarded: string, remote: string | undefined, trustedProxies: number): string {
  const end = forwarded.slice(-maxEntryLength * (trustedProxies + 1))
  const chain = [...end.split(','), remote ?? unknown].map(toAddress).filter(Boolean)
  const client = chain.at(-1 - trustedProxies) ?? chain[0] ?? unknown
  return ipaddr.isValid(client) ? client : (remote ?? unknown)
}
