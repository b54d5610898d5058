import { expect, test } from 'vitest'
import { roleOn } from './roles'

const roles = [
  { title: 'Deputy', institution: 'The House', from: '2020-01-01', to: '2023-12-31' },
  { title: 'Speaker', institution: 'The House', from: '2023-12-31' },
]

test.each([
  ['2019-12-31', undefined],
  ['2020-01-01', 'Deputy'],
  ['2023-12-30', 'Deputy'],
  ['2023-12-31', 'Speaker'],
  ['2999-01-01', 'Speaker'],
])('on %s the title was %s', (day, title) => expect(roleOn(roles, day)?.title).toBe(title))
