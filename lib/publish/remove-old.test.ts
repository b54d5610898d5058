import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listPublished, pointerFile } from '#lib/snapshot/current'
import { manifestName, snapshotDir, sourcesName } from '#lib/snapshot/paths'
import { prunePictureCache } from './prune-picture-cache'
import { choose, findPrevious, getCurrent, publishedFolder, toId, toNextMoment } from './published-snapshots'
import { removeOld } from './remove-old'

const home = process.cwd()
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-remove-'))
  process.chdir(root)
  vi.stubEnv('DATA_DIR', join(root, 'data'))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2024-11-22T09:00:00Z') })
  write(snapshotDir, new Date('2024-11-01T00:00:00Z'))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  process.chdir(home)
  rmSync(root, { recursive: true })
})

function write(folder: string, madeAt: Date, sources: Record<string, string> = {}): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, manifestName), JSON.stringify({ madeAt: madeAt.toISOString(), rules: 'ours' }))
  writeFileSync(join(folder, sourcesName), JSON.stringify(sources))
}

const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000)

/** What the publisher does once words are checked, some seconds after what came before. */
function publish(sources?: Record<string, string>): string {
  pass(0.1)
  removeOld(new Date())
  const now = toNextMoment(new Date())
  write(join(publishedFolder(), toId(now)), now, sources)
  choose(toId(now), now)
  removeOld(new Date())
  return toId(now)
}

const goBack = () => choose(findPrevious() ?? '', toNextMoment(new Date()))
const isOnDisk = (id: string) => existsSync(join(publishedFolder(), id))
const mayServe = () => listPublished(join(root, 'data')).map(({ id }) => id)

test('what was taken back stays on disk while servers may answer from it, but never serves again', () => {
  const one = publish()
  const wrong = publish()
  goBack()
  expect(getCurrent().id).toBe(one)
  publish()
  expect(isOnDisk(wrong), 'seconds after it served').toBe(true)
  goBack()
  expect(getCurrent().id).toBe(one)
  pass(5)
  publish()
  expect(isOnDisk(wrong), 'minutes after it served').toBe(false)
})

test('the last three may serve; what served just before stays on disk beside them', () => {
  const ids = Array.from({ length: 5 }, () => publish())
  expect(mayServe()).toEqual(ids.slice(2))
  expect(ids.map(isOnDisk)).toEqual([true, true, true, true, true])
  pass(5)
  ids.push(publish())
  expect(ids.map(isOnDisk)).toEqual([false, false, false, true, true, true])
})

test('what may serve while nobody can read the pointer stays on disk', () => {
  const [one = ''] = [publish(), publish(), publish()]
  goBack()
  goBack()
  expect(getCurrent().id).toBe(one)
  pass(30)
  writeFileSync(pointerFile(join(root, 'data')), '')
  publish()
  expect([isOnDisk(one), mayServe().includes(one)]).toEqual([true, false])
})

test('a clock that was put back does not keep for long what served before', () => {
  pass(600)
  const ids = Array.from({ length: 4 }, () => publish())
  pass(-600)
  publish()
  pass(5)
  publish()
  expect(ids.map(isOnDisk)).toEqual([false, false, true, true])
})

test('a kept picture goes with the last snapshot that has its original', async () => {
  const hash = Buffer.alloc(32, 0xab)
  const images = join(root, 'data/images')
  publish({ 'photos/a.png': hash.toString('base64url') })
  mkdirSync(images)
  const known = `${hash.toString('hex').slice(0, 32)}-640.avif`
  for (const name of [known, `${'0'.repeat(32)}-640.avif`]) writeFileSync(join(images, name), 'a picture')
  for (let time = 0; time < 4; time++) {
    await prunePictureCache()
    expect(readdirSync(images)).toEqual([known])
    publish()
  }
  pass(5)
  publish()
  await prunePictureCache()
  expect(readdirSync(images)).toEqual([])
})
