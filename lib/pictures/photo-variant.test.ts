import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test, vi } from 'vitest'

const photos = new Map<string, Buffer>()
const readPhoto = vi.hoisted(() => vi.fn())

vi.mock('#lib/snapshot/files', () => ({
  getPhotoHash: (photo: string) =>
    createHash('sha256')
      .update(photos.get(photo) ?? '')
      .digest('base64url'),
  readPhoto: readPhoto.mockImplementation(async (photo: string) => photos.get(photo)),
}))

const { toPhotoFormat, toPhotoVariant } = await import('./photo-variant')

const folder = mkdtempSync(join(tmpdir(), 'dateline-variants-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the original is read for each form that is made, and not when a made one is sent again', async () => {
  const size = { width: 400, height: 300, channels: 3, background: 'red' } as const
  photos.set('photos/a.png', await sharp({ create: size }).png().toBuffer())
  for (const time of [1, 2, 3]) {
    const { bytes } = await toPhotoVariant('photos/a.png', { width: 160 }, 'webp', folder)
    expect((await sharp(bytes).metadata()).width, `time ${time}`).toBe(160)
  }
  expect(readPhoto).toHaveBeenCalledTimes(1)
  await toPhotoVariant('photos/a.png', { crop: '1x1' }, 'webp', folder)
  expect(readPhoto).toHaveBeenCalledTimes(2)
})

test('a picture of more than 100 million pixels is not opened', async () => {
  const large = '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="6000"/>'
  photos.set('photos/large.svg', Buffer.from(large))
  const made = toPhotoVariant('photos/large.svg', { width: 160 }, 'webp', folder)
  await expect(made).rejects.toThrow('pixel limit')
})

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

test('memory that a picture took is given back, however many forms are made', async () => {
  const size = { width: 5000, height: 5000, channels: 3, background: 'red' } as const
  const jpeg = sharp({ create: size }).jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
  photos.set('photos/progressive.jpg', await jpeg.toBuffer())
  const make = (width: number) => toPhotoVariant('photos/progressive.jpg', { width }, 'webp', folder)
  await make(160)
  const before = process.memoryUsage.rss()
  for (const width of [320, 480, 640, 800, 1200]) await make(width)
  // The coefficients of one such picture.
  expect(process.memoryUsage.rss() - before).toBeLessThan(2 * 3 * 25_000_000)
})
