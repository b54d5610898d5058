import { expect, test } from 'vitest'
import { PageCache } from './page-cache'

const text = (bytes: number) => ({ encoded: new Map([['gzip' as const, Buffer.alloc(bytes)]]) })

test('memory is bounded: the text that nobody asked for the longest goes first', () => {
  const cache = new PageCache(100_000)
  cache.set('/a', text(40_000))
  cache.set('/b', text(40_000))
  cache.get('/a')
  cache.set('/c', text(40_000))
  expect(['/a', '/b', '/c'].map((path) => cache.get(path) !== undefined)).toEqual([true, false, true])
})

test('a text that comes in another coding takes more room', () => {
  const cache = new PageCache(100_000)
  const grown = text(30_000)
  cache.set('/a', text(30_000))
  cache.set('/b', grown)
  grown.encoded.set('gzip', Buffer.alloc(80_000))
  cache.set('/b', grown)
  expect(['/a', '/b'].map((path) => cache.get(path) !== undefined)).toEqual([false, true])
})

test('a text larger than all the room is not kept, and takes nothing away for good', () => {
  const cache = new PageCache(10_000)
  cache.set('/a', text(20_000))
  expect(cache.get('/a')).toBeUndefined()
  cache.set('/b', text(5000))
  expect(cache.get('/b')).toBeDefined()
})
