import { expect, test } from 'vitest'
import { toPhotoFormat } from './photo-variant'

test.each([
  ['image/avif,image/webp,*/*;q=0.8', 'avif'],
  ['image/webp, image/avif', 'avif'],
  ['IMAGE/AVIF;q=0.5', 'avif'],
  ['image/webp,image/avif;q=0', 'webp'],
  ['image/avif; q=0.0, image/webp', 'webp'],
  ['image/avif-sequence,image/webp', 'webp'],
  ['*/*', 'webp'],
  [null, 'webp'],
])('a browser that accepts %j gets %s', (accept, format) => expect(toPhotoFormat(accept)).toBe(format))
