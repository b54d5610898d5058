import { expect, test } from 'vitest'
import { readEnvironment } from './env'

test('everything has a default', () => {
  expect(readEnvironment({})).toMatchObject({
    CONTENT_DIR: 'content',
    SITE_URL: 'http://localhost:3000',
    PRERENDER_LIMIT: 2000,
  })
  expect(readEnvironment({ SITE_URL: '', PRERENDER_LIMIT: 'all' })).toMatchObject({
    SITE_URL: 'http://localhost:3000',
    PRERENDER_LIMIT: Number.POSITIVE_INFINITY,
  })
})

test.each([
  ['SITE_URL', 'news.example'],
  ['SITE_URL', 'https://news.example/path'],
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['TRUSTED_PROXIES', '-1'],
  ['PRERENDER_LIMIT', 'some'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(`${name}="${value}" must be`)
})

test('what may hold a secret is refused by name alone', () => {
  const wrong = () => readEnvironment({ REDIS_URL: 'http://:secret@localhost:6379' })
  expect(wrong).toThrow('REDIS_URL must begin with')
  expect(wrong).not.toThrow('secret')
})

test.each(['PREVIEW_SECRET', 'METRICS_TOKEN'])('%s has at least 16 characters', (name) => {
  const short = () => readEnvironment({ [name]: 'fifteen-letters' })
  expect(short).toThrow(`${name} must have at least 16 characters`)
  expect(short).not.toThrow('fifteen')
  expect(readEnvironment({ [name]: 'sixteen-letters-' })).toMatchObject({ [name]: 'sixteen-letters-' })
})
