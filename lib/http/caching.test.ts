import { expect, test } from 'vitest'
import { pageCacheControl, toPageCacheControl } from './caching'

test.each([
  ...['/api', '/api/', '/api/preview', '/api/preview/', '/api/preview/x', '/api//preview', '//api/preview', '/./api/x'],
  ...[
    '/api/preview%2F',
    '/api%2Fpreview',
    '/%61pi/preview',
    '/API/Preview',
    '/api\\preview',
    '/api/%zz',
    '/api.',
    '/api;x',
  ],
  ...['/search', '/search/?q=private', '/search/x', '/Search?q=private', '/api%3Fx'],
  ...[
    '/preview?secret=x',
    '/x/../api/preview?slug=a&secret=x',
    '/latest?Secret=x',
    '/latest?%73ecret=x',
    '/%zz?secret=x',
    '/foo;secret=x',
    '/x/../search?q=x',
    '/./search',
    '/x?%73ecret=x&%',
    '/articles/x%253Fsecret%253Dx',
    `/articles/x?${'a'.repeat(3000)}`,
  ],
])('no cache keeps %s', (url) => expect(toPageCacheControl(url)).toBe('no-store'))

test.each([
  ...['/', '/latest?page=2', '/articles/api', '/articles/search', '/api-design', '/apis', '/search-tips', '/api가'],
  ...['/articles/secret', '/latest?q=secret', '/%zz'],
])('a cache may keep %s', (url) => expect(toPageCacheControl(url)).toBe(pageCacheControl))
