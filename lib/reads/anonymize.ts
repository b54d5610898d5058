import { createHmac } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import type { Read } from './read-store'

/** Who reads, for as long as it takes to make hashes of it. */
export type Reader = { address: string; userAgent: string }

/** The most reads a day from one address for one story, from one address in all, and from one network. */
export const limits = { addressAndStory: 20, address: 200, network: 2000 }

/** A read without its reader: keyed hashes (HMAC-SHA-256) under the salt of the day. */
export function toRead(story: string, { address, userAgent }: Reader, salt: string, day: string, hour: number): Read {
  const hash = (...parts: string[]) =>
    createHmac('sha256', salt).update(parts.join('\n')).digest('base64url').slice(0, 16)
  const prefix = toClientPrefix(address)
  return {
    story,
    hour,
    day,
    reader: hash('reader', prefix, userAgent, story),
    limits: [
      { of: hash('address and story', prefix, story), most: limits.addressAndStory },
      { of: hash('address', prefix), most: limits.address },
      { of: hash('network', toNetwork(address)), most: limits.network },
    ],
  }
}

/** Who counts as one client: an IPv4 address, or the IPv6 network of 64 bits that one connection has. */
export const toClientPrefix = (address: string) => toPrefix(address, 32, 64)

/** The network that an address belongs to. */
export const toNetwork = (address: string) => toPrefix(address, 24, 48)

/** The first bits of an address. */
export function toPrefix(address: string, bitsOfV4: number, bitsOfV6: number): string {
  const parsed = ipaddr.process(address)
  const bits = parsed.kind() === 'ipv4' ? bitsOfV4 : bitsOfV6
  return `${Buffer.from(parsed.toByteArray().slice(0, bits / 8)).toString('hex')}/${bits}`
}
