import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pointerFile } from '#lib/snapshot/current'
import { manifestName, publishedDir, snapshotDir, sourcesName } from '#lib/snapshot/paths'
import { openPublisher } from '#lib/tools/testing/publisher'

let site: ReturnType<typeof openPublisher>
beforeAll(() => {
  site = openPublisher()
}, 120_000)
afterAll(() => site.close())

test('the last three stay, and each can serve again', { timeout: 120_000 }, async () => {
  for (const headline of ['One', 'Two', 'Three', 'Four']) {
    site.write(headline)
    expect((await site.publish())[0]).toBe(0)
  }
  expect(site.published()).toHaveLength(3)
  for (const headline of ['Three', 'Two']) {
    expect((await site.publish(['--back']))[0]).toBe(0)
    expect(site.serving()).toBe(headline)
  }
})

test('a clock that was put back does not make what is published old', { timeout: 120_000 }, async () => {
  const clock = join(site.root, 'clock')
  writeFileSync(clock, String(-24 * 3_600_000))
  const yesterday = { CLOCK_FILE: clock, NODE_OPTIONS: `--import ${resolve('e2e/clock.mjs')}` }
  for (const [headline, env] of [
    ['Before', {}],
    ['After', yesterday],
  ] as const) {
    site.write(headline)
    expect(await site.publish([], env)).toEqual([0, expect.stringContaining('serves.')])
    expect(site.serving()).toBe(headline)
  }
  expect(site.published()).toHaveLength(3)
})

test('a pointer that is damaged or cannot be followed lets the newest snapshot serve, and says why', {
  timeout: 120_000,
}, async () => {
  site.write('Newest')
  expect((await site.publish())[0]).toBe(0)
  const pointer = pointerFile(site.data)
  for (const [damage, error] of Object.entries({
    '': 'is damaged',
    '{"id":"2999-01-01T00-00-00.000Z","since":"2999-01-01T00:00:00.000Z"}': 'is not there',
  })) {
    writeFileSync(pointer, damage)
    expect(site.serving()).toBe('Newest')
    expect(site.findWhatServes().error).toContain(error)
  }
  expect(await site.publish()).toEqual([0, expect.stringContaining('serves.')])
  expect(site.findWhatServes().error).toBeUndefined()
  expect(site.published()).toHaveLength(3)
})

test('what other code published is neither shown nor gone back to', { timeout: 120_000 }, async () => {
  site.write('Ours')
  expect((await site.publish())[0]).toBe(0)
  site.write('Of other code')
  expect((await site.publish())[0]).toBe(0)
  const newest = join(site.data, publishedDir, site.published().at(-1) ?? '', manifestName)
  writeFileSync(newest, readFileSync(newest, 'utf8').replace(/"rules":"/, '"rules":"other'))
  expect(site.serving()).toBe('Ours')
  expect(site.findWhatServes().error).toContain('other code')
  expect((await site.publish(['--back']))[0]).toBe(0)
  expect(site.serving()).toBe('Newest')
  expect(site.findWhatServes().error).toBeUndefined()
})

test('what killed publishers left, and pictures that no snapshot has, go with the next publication', {
  timeout: 120_000,
}, async () => {
  const snapshots = join(site.data, publishedDir)
  const left = [
    join(snapshots, '2024-01-01T00-00-00.000Z.next/bodies'),
    join(snapshots, '2024-01-02T00-00-00.000Z/bodies'),
    `${join(site.root, snapshotDir)}.next/bodies`,
    `${join(site.root, snapshotDir)}.old/bodies`,
    join(site.root, '.next/cache/dateline/search.db.1'),
    join(site.data, `images/${'0'.repeat(32)}-640.avif`),
  ]
  for (const path of left) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'half of something')
  }
  site.write('After a kill')
  expect((await site.publish())[0]).toBe(0)
  for (const path of left) expect([path, existsSync(path)]).toEqual([path, false])
})

test('without a site to read it nothing is published, and what goes wrong is told in a line', {
  timeout: 120_000,
}, async () => {
  const built = join(site.root, snapshotDir, manifestName)
  renameSync(built, `${built}.away`)
  expect(await site.publish()).toEqual([1, expect.stringContaining('Run "npm run build"')])
  renameSync(`${built}.away`, built)
  const noFolder = join(site.root, 'no-folder')
  writeFileSync(noFolder, '')
  const [code, printed] = await site.publish([], { DATA_DIR: noFolder })
  expect([code, printed.trim().split('\n')]).toEqual([
    1,
    [expect.stringMatching(/^Nothing was published.*EEXIST|ENOTDIR/)],
  ])
})

test('while the folder of snapshots cannot be read, no older one serves in its place', () => {
  const folder = join(site.data, publishedDir)
  renameSync(folder, `${folder}.kept`)
  // Nobody can read a link that leads to itself, whatever their rights.
  symlinkSync(folder, folder)
  expect(() => site.findWhatServes()).toThrow('ELOOP')
  rmSync(folder)
  renameSync(`${folder}.kept`, folder)
  expect(site.findWhatServes().error).toBeUndefined()
})

test('a list that a loss of power cut short is no base: all is made anew', { timeout: 120_000 }, async () => {
  site.write('Before the cut')
  expect((await site.publish())[0]).toBe(0)
  const { folder } = site.findWhatServes()
  writeFileSync(join(folder, sourcesName), '')
  writeFileSync(join(folder, 'bodies/articles/news.json'), '')
  site.write('After the cut')
  expect(await site.publish()).toEqual([0, expect.stringContaining(`${sourcesName} is damaged`)])
  expect(site.serving()).toBe('After the cut')
  expect(readFileSync(join(site.findWhatServes().folder, 'bodies/articles/news.json'), 'utf8')).toContain(
    'After the cut',
  )
})
