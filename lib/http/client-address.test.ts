import { expect, test } from 'vitest'
import { toPrefix } from '#lib/reads/anonymize'
import { toClientAddress } from './client-address'

test.each([
  ['no proxy is believed', '203.0.113.9', '10.0.0.1', 0, '10.0.0.1'],
  ['one proxy adds the client at the end', '203.0.113.9', '10.0.0.1', 1, '203.0.113.9'],
  ['what the client wrote itself is not believed', '1.2.3.4, 203.0.113.9', '10.0.0.1', 1, '203.0.113.9'],
  ['two proxies', '1.2.3.4, 203.0.113.9, 10.0.0.2', '10.0.0.1', 2, '203.0.113.9'],
  ['a request past the proxies', '', '198.51.100.7', 2, '198.51.100.7'],
  ['an entry that is no address', 'unknown', '10.0.0.1', 1, '10.0.0.1'],
  ['IPv6', '2001:db8::1', '::1', 1, '2001:db8::1'],
  ['an entry with a port', '203.0.113.9:4711', '10.0.0.1', 1, '203.0.113.9'],
  ['IPv6 with a port', '[2001:db8::1]:4711', '::1', 1, '2001:db8::1'],
  ['thousands of empty entries in front', `${','.repeat(14_000)} 203.0.113.9`, '10.0.0.1', 1, '203.0.113.9'],
  ['a socket that is gone', '', undefined, 0, '0.0.0.0'],
])('%s', (_, forwarded, remote, proxies, client) => expect(toClientAddress(forwarded, remote, proxies)).toBe(client))

test('prefixes are those of whole addresses or networks, an IPv4 address in IPv6 clothes is one of IPv4', () => {
  expect(toPrefix('192.0.2.129', 32, 64)).toBe('c0000281/32')
  expect(toPrefix('192.0.2.129', 24, 48)).toBe('c00002/24')
  expect(toPrefix('::ffff:192.0.2.129', 24, 48)).toBe('c00002/24')
  expect(toPrefix('2001:db8:1:2:3::4', 24, 48)).toBe('20010db80001/48')
  expect(toPrefix('2001:db8:1:2:3::4', 32, 64)).toBe(toPrefix('2001:db8:1:2:ffff::9', 32, 64))
})
