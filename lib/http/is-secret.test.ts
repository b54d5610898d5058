import { expect, test } from 'vitest'
import { isSecret } from './is-secret'

test.each([
  ['open sesame', true],
  ['open sesam', false],
  ['open sesame ', false],
  ['', false],
])('“%s” opens: %s', (said, opens) => expect(isSecret(said, 'open sesame')).toBe(opens))
