import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerFor } from '#lib/runtime/turns'
import { keepPicture as keep } from './picture-cache'
import { prunePictures } from './prune-pictures'

let dataDir: string
let folder: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dateline-pictures-'))
  folder = join(dataDir, 'images')
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const original = (letter: string) => letter.repeat(32)

/** Puts a file of a thousand bytes into the folder that was last used so many days ago. */
function put(name: string, days: number): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), Buffer.alloc(1000))
  const time = Date.now() / 1000 - days * 86_400
  utimesSync(join(folder, name), time, time)
  return name
}

const keepPicture = async (...given: Parameters<typeof keep>) => (await keep(...given)).bytes

const left = () => readdirSync(folder).sort()

test('at most two pictures are made at once, and the same one once', async () => {
  let [making, most, made] = [0, 0, 0]
  const make = async () => {
    most = Math.max(most, ++making)
    made++
    await setTimeout(20)
    making--
    return Buffer.from('picture')
  }
  const names = ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'].map((letter) => `${original(letter)}-640.avif`)
  const pictures = await Promise.all(names.map((name) => keepPicture(folder, name, make)))
  expect([most, made, pictures.length]).toEqual([2, 4, 8])
  expect(left()).toHaveLength(4)
})

test('a picture that cannot be made lets the next one be made', async () => {
  mkdirSync(folder)
  const fail = () => Promise.reject(new Error('no picture'))
  const failures = await Promise.allSettled(
    ['a', 'b', 'c'].map((letter) => keepPicture(folder, `${original(letter)}-640.avif`, fail)),
  )
  expect(failures).toEqual(Array(3).fill({ status: 'rejected', reason: new Error('no picture') }))
  expect(`${await keepPicture(folder, `${original('a')}-640.avif`, async () => Buffer.from('picture'))}`).toBe(
    'picture',
  )
})

test('a reader gets a picture soon, however many somebody else has asked for and left', async () => {
  mkdirSync(folder)
  let made = 0
  const make = async () => {
    await setTimeout(5)
    made++
    return Buffer.from('picture')
  }
  const ask = (client: string, name: string) =>
    answerFor(
      () => ({ name: client, network: client }),
      () => keepPicture(folder, `${name}-640.avif`, make),
    )
  const greedy = Array.from({ length: 60 }, (_, number) => ask('192.0.2.1', `greedy-${number}`))
  await ask('198.51.100.1', 'greedy-50')
  expect(made).toBeLessThan(8)
  await Promise.all(greedy)
  expect(made).toBe(60)
})

test('a folder for data that was taken away is not made again', async () => {
  rmSync(dataDir, { recursive: true })
  expect(await keepPicture(folder, `${original('a')}-640.avif`, async () => Buffer.from('picture'))).toHaveLength(7)
  expect(existsSync(dataDir)).toBe(false)
})

test('pictures go whose original no snapshot has; images for sharing and other files stay', async () => {
  const [known, , share, other] = [
    put(`${original('a')}-640.avif`, 1),
    put(`${original('b')}-16x9.webp`, 1),
    put(`${original('c')}-share.png`, 1),
    put('notes.txt', 1),
  ]
  await prunePictures(folder, { originals: new Set([original('a')]) })
  expect(left()).toEqual([known, share, other].sort())
})

test('when all take too much, the longest unused go', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'].map((letter, index) => put(`${original(letter)}-640.avif`, index + 1))
  const [newest = '', ...older] = names
  const oldest = older.at(-1) ?? ''
  expect(await keepPicture(folder, oldest, () => Promise.reject(new Error('It is kept')))).toHaveLength(1000)
  await prunePictures(folder, { maxBytes: 3400 })
  expect(left(), 'what was just used is no longer the oldest').toEqual([newest, oldest, names[1]].sort())
})

test('what a killed server left half written goes, and what one is writing stays', async () => {
  put(`${original('a')}-640.avif.123-456.78`, 1)
  const fresh = put(`${original('b')}-640.avif.124-456.78`, 0)
  await prunePictures(folder)
  expect(left()).toEqual([fresh])
})

test('a picture that is empty, as a loss of power leaves it, is made anew', async () => {
  mkdirSync(folder)
  const name = `${original('a')}-640.avif`
  writeFileSync(join(folder, name), '')
  expect(`${await keepPicture(folder, name, async () => Buffer.from('picture'))}`).toBe('picture')
  expect(statSync(join(folder, name)).size).toBe(7)
})
