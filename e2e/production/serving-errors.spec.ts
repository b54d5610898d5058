import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { emptyFolder } from '#lib/tools/testing/start-site'
import { allFine, getHealth, startSite, statusesOf } from './site'

const complaint = expect.stringContaining('published last cannot be shown')

/** What a power failure can leave of the publisher's pointer. */
function damagePointer(dataDir: string): string {
  mkdirSync(join(dataDir, 'generations'), { recursive: true })
  const pointer = join(dataDir, 'generations/serving.json')
  writeFileSync(pointer, '')
  return pointer
}

test('a pointer that is damaged while a server runs is reported once, and the content stays available', async () => {
  const site = await startSite()
  expect((await getHealth(site.url)).degraded).toEqual([])
  const pointer = damagePointer(site.dataDir)
  await expect.poll(async () => (await getHealth(site.url)).degraded).toEqual([complaint])
  expect(await statusesOf(site.url)).toEqual(allFine)
  await new Promise((done) => setTimeout(done, 2500))
  expect(await statusesOf(site.url)).toEqual(allFine)
  expect(site.log().filter(({ level }) => level === 'error')).toEqual([
    expect.objectContaining({ error: expect.stringContaining('serving.json is damaged') }),
  ])
  rmSync(pointer)
  await expect.poll(async () => (await getHealth(site.url)).degraded).toEqual([])
  await site.stop()
})

test('a server starts with a damaged pointer', async () => {
  const dataDir = emptyFolder()
  damagePointer(dataDir)
  const site = await startSite({ env: { DATA_DIR: dataDir } })
  expect(await statusesOf(site.url)).toEqual(allFine)
  expect(await getHealth(site.url)).toMatchObject({ status: 'degraded', ready: true, degraded: [complaint] })
  await site.stop()
})
