import { expect, test } from 'vitest'
import { toCropSize } from './sizes'

test('a crop is 1,200 px wide', () => {
  const photo = { width: 1800, height: 1200 }
  expect(toCropSize(photo, '16x9')).toEqual({ width: 1200, height: 675 })
  expect(toCropSize(photo, '4x3')).toEqual({ width: 1200, height: 900 })
  expect(toCropSize(photo, '1x1')).toEqual({ width: 1200, height: 1200 })
})

test('a picture is never enlarged, whichever side is short', () => {
  expect(toCropSize({ width: 800, height: 3000 }, '1x1')).toEqual({ width: 800, height: 800 })
  expect(toCropSize({ width: 3000, height: 450 }, '16x9')).toEqual({ width: 800, height: 450 })
})
