import { expect, test } from 'vitest'
import { findProgram, onPath } from './find-program'

test('finds the path of an installed program', () => {
  expect(findProgram('sh', 'dash')).toMatch(/\/sh$/)
})

test('returns no path for a missing program', () => {
  expect(onPath('a-program-nobody-wrote')).toBeUndefined()
})
