import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generationDir, publishedDir } from '#lib/generation'
import { choiceFile } from '#lib/serving'
import { openPublisher } from './publisher-for-tests'

let site: ReturnType<typeof openPublisher>
beforeAll(() => {
  site = openPublisher()
}, 120_000)
afterAll(() => site.close())

/** Publishes a headline; the clock is ahead by so many minutes. */
async function publish(headline: string, minutes = 0): Promise<string> {
  const clock = join(site.root, 'clock')
  writeFileSync(clock, String(minutes * 60_000))
  site.write(headline)
  const env = { CLOCK_FILE: clock, NODE_OPTIONS: `--import ${resolve('e2e/clock.mjs')}` }
  expect(await site.publish([], env)).toEqual([0, expect.stringContaining('serves.')])
  return site.findWhatServes().id
}

const isWhole = (id: string) => {
  try {
    return readFileSync(join(site.data, publishedDir, id, 'index.json')).length > 0
  } catch {
    return false
  }
}

test('what was taken back stays on disk while servers may answer from it, but never serves again', {
  timeout: 120_000,
}, async () => {
  await publish('One')
  const takenBack = await publish('Wrong')
  expect((await site.publish(['--back']))[0]).toBe(0)
  expect(site.serving()).toBe('One')
  await publish('Two')
  expect(isWhole(takenBack), 'seconds after it served').toBe(true)
  expect((await site.publish(['--back']))[0]).toBe(0)
  expect(site.serving()).toBe('One')
  await publish('Three', 5)
  expect(isWhole(takenBack), 'minutes after it served').toBe(false)
})

test('when stories are published one right after the other, what just served stays on disk', {
  timeout: 120_000,
}, async () => {
  const ids: string[] = []
  for (const headline of ['Four', 'Five', 'Six', 'Seven']) ids.push(await publish(headline, 10))
  expect(ids.map(isWhole)).toEqual([true, true, true, true])
  expect(site.published()).toEqual(ids.slice(1))
  ids.push(await publish('Eight', 15))
  expect(site.onDisk()).toEqual(ids.slice(2))
})

test('what may serve while nobody can read the choice stays on disk', { timeout: 120_000 }, async () => {
  const nine = await publish('Nine', 20)
  for (const headline of ['Ten', 'Eleven']) await publish(headline, 20)
  for (const headline of ['Ten', 'Nine']) {
    expect((await site.publish(['--back']))[0]).toBe(0)
    expect(site.serving()).toBe(headline)
  }
  writeFileSync(choiceFile(site.data), '')
  await publish('Twelve', 30)
  expect([isWhole(nine), site.published().includes(nine)]).toEqual([true, false])
})

test('what killed publishers left goes with the next publication', { timeout: 120_000 }, async () => {
  const generations = join(site.data, publishedDir)
  const left = [
    join(generations, '2024-01-01T00-00-00.000Z.next/bodies'),
    join(generations, '2024-01-02T00-00-00.000Z/bodies'),
    `${join(site.root, generationDir)}.next/bodies`,
    `${join(site.root, generationDir)}.old/bodies`,
  ]
  for (const folder of left) mkdirSync(folder, { recursive: true })
  const partial = join(site.root, '.next/cache/dateline/search.db.1')
  writeFileSync(partial, 'half an index')
  await publish('Thirteen', 40)
  for (const path of [...left, partial]) expect([path, existsSync(path)]).toEqual([path, false])
})
