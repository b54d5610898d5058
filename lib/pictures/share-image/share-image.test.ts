import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { toShareImage } from './share-image'

const folder = mkdtempSync(join(tmpdir(), 'dateline-share-'))
afterAll(() => rmSync(folder, { recursive: true }))

const make = async (headline: string) =>
  (await toShareImage({ name: 'Dateline', headline, label: 'Korea', date: 'November 22, 2024' }, folder)).bytes

test('a card is 1,200 by 630 pixels, as PNG', async () => {
  expect(await sharp(await make('Talks Resume in Geneva')).metadata()).toMatchObject({
    width: 1200,
    height: 630,
    format: 'png',
  })
})

test('two headlines in Hangul look different, so neither is boxes; likewise in Hanja', async () => {
  expect(await make('서울의 봄')).not.toEqual(await make('부산의 밤'))
  expect(await make('北韓')).not.toEqual(await make('美中'))
})

test('the longest headlines fit, whatever their letters, in few bytes', async () => {
  const words =
    'The Ministry of Economy and Finance Says That Growth in the Third Quarter Was Slower Than It Had Expected Last Spring 12'
  for (const headline of [words, '경제 성장률 전망 '.repeat(12), 'W'.repeat(120), '뷁'.repeat(120)]) {
    expect((await make(headline.slice(0, 120))).length).toBeLessThan(50_000)
  }
})

test('emoji are left out, and a mark that no font has is left off its letter', async () => {
  expect(await make('Rain 🌧️ in Seoul 👩‍👩‍👧')).toEqual(await make('Rain in Seoul'))
  expect(await make('Erdoğan Meets Wałęsa')).toEqual(await make('Erdogan Meets Walesa'))
})

test('a headline in letters that no font has gives way to the publication’s name', async () => {
  const plain = await make('Dateline')
  for (const headline of ['محادثات السلام', 'שיחות השלום', 'The Word سلام Means Peace', '🌧️']) {
    expect(await make(headline)).toEqual(plain)
  }
})

test('the same words are kept in one file, other words in another', async () => {
  const before = readdirSync(folder).length
  await Promise.all([make('Kept Once'), make('Kept Once')])
  await make('Kept Once')
  expect(readdirSync(folder).length).toBe(before + 1)
  await make('Kept Twice')
  expect(readdirSync(folder).length).toBe(before + 2)
})
