import { readEnvironment } from '../env'
import { clientAddress } from './client-address'
import { isSecret } from './is-secret'
import { toHousehold } from './to-read'
import { makeTokenBuckets } from './token-bucket'

const tries = makeTokenBuckets({ burst: 20, perSecond: 0.5 })

/** Whether somebody may see a preview; with `wait`, after how many seconds to try again. */
export type Welcome = { kind: 'guest' } | { kind: 'stranger' } | { kind: 'too many'; wait: number }

/**
 * Holds a secret against PREVIEW_SECRET in a time that tells nothing of it. A client, which is an IPv4 address or an
 * IPv6 network of 64 bits, may try 20 times at once and then every other second, right or wrong.
 */
export function welcome(secret: string, headers: Headers, now: Date): Welcome {
  const wait = tries.take(toHousehold(clientAddress(headers)), now.getTime())
  if (wait > 0) return { kind: 'too many', wait }
  const { PREVIEW_SECRET } = readEnvironment()
  const isRight = PREVIEW_SECRET !== undefined && isSecret(secret, PREVIEW_SECRET)
  return { kind: isRight ? 'guest' : 'stranger' }
}
