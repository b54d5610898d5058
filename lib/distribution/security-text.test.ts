import { expect, test, vi } from 'vitest'
import { toAbsolute } from '#lib/publication/site'
import { toSecurityText } from './security-text'

vi.mock('#lib/snapshot/load', () => ({ readIndex: () => ({ publication: { language: 'ko-KR' } }) }))

test('security.txt leads to a page and has not expired', () => {
  const text = toSecurityText(
    { slug: 'contact', title: 'Contact', description: 'How.' },
    new Date('2024-11-22T12:00:00Z'),
  )
  expect(text).toBe(`Contact: ${toAbsolute('/contact')}
Expires: 2024-12-22T12:00:00.000Z
Preferred-Languages: ko, en
Canonical: ${toAbsolute('/.well-known/security.txt')}
`)
})
