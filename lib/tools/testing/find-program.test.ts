import { expect, test } from 'vitest'
import { findProgram, onPath } from './find-program'

test('a program that is there is found where it lies', () => {
  expect(findProgram('sh', 'dash')).toMatch(/\/sh$/)
})

test('a program that is nowhere is no path', () => {
  expect(onPath('a-program-nobody-wrote')).toBeUndefined()
})
