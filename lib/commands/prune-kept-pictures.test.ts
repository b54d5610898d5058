import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPublisher } from './publisher-for-tests'
import { documentFile } from './write-edition'

let site: ReturnType<typeof openPublisher>
beforeAll(() => {
  site = openPublisher()
}, 120_000)
afterAll(() => site.close())

test('a kept picture goes with the last generation that has its original', { timeout: 120_000 }, async () => {
  const original = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  mkdirSync(join(site.words, 'photos'))
  writeFileSync(join(site.words, 'photos/a.png'), original)
  const photo = { src: 'photos/a.png', alt: 'Red', credit: 'Press' }
  const fields = { dek: 'News.', publishedAt: '2024-11-02T00:00:00Z', authors: ['desk'], topics: ['law'], photo }
  writeFileSync(site.news, documentFile({ headline: 'Pictured', ...fields }, 'In full.'))
  expect((await site.publish())[0]).toBe(0)

  const images = join(site.data, 'images')
  mkdirSync(images)
  const kept = join(images, `${createHash('sha256').update(original).digest('hex').slice(0, 32)}-640.avif`)
  const unknown = join(images, `${'0'.repeat(32)}-640.avif`)
  for (const file of [kept, unknown]) writeFileSync(file, 'a picture')
  for (const headline of ['One', 'Two', 'Three']) {
    expect([headline, existsSync(kept)]).toEqual([headline, true])
    site.write(headline)
    expect((await site.publish())[0]).toBe(0)
    expect(existsSync(unknown)).toBe(false)
  }
  expect(existsSync(kept), 'a server may still send it').toBe(true)
  const clock = join(site.root, 'clock')
  writeFileSync(clock, String(5 * 60_000))
  site.write('Four')
  const later = { CLOCK_FILE: clock, NODE_OPTIONS: `--import ${resolve('e2e/clock.mjs')}` }
  expect((await site.publish([], later))[0]).toBe(0)
  expect(existsSync(kept)).toBe(false)
})
