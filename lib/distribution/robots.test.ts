import { expect, test } from 'vitest'
import { toRobots } from './robots'

test('crawlers may read everything but what is made for each who asks, and find both sitemaps', () => {
  const lines = toRobots().split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'User-agent: *',
      'Disallow: /api/',
      'Disallow: /search?',
      'Sitemap: http://localhost:3000/sitemap.xml',
      'Sitemap: http://localhost:3000/news-sitemap.xml',
    ]),
  )
  expect(lines.filter((line) => line.startsWith('Disallow:'))).toHaveLength(2)
})
