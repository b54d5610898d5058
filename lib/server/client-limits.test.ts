import { expect, test } from 'vitest'
import { getClientLimits } from './client-limits'

const { take } = getClientLimits()
const until429 = (toClient: (n: number) => string, time: number) => {
  for (let n = 0; n < 1000; n++) if (take('search', toClient(n), time) !== 0) return n
  return 1000
}

test('one client has a share of what its network has, and other networks lose nothing', () => {
  expect(until429(() => '192.0.2.1', 0)).toBe(60)
  expect(until429((n) => `192.0.2.${2 + (n % 200)}`, 0)).toBe(180)
  expect(take('search', '198.51.100.1', 0)).toBe(0)
})

test('whoever holds many networks of one IPv6 provider has no more than one IPv4 network', () => {
  expect(until429((n) => `2001:db8:1:${n.toString(16)}::1`, 0)).toBe(240)
  expect(take('search', '2001:db8:2::1', 0)).toBe(0)
})
