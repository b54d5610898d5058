import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { allFine, copySite, getHealth, startSite, statusesOf } from './site'

const errors: Record<string, (file: string) => void> = {
  missing: (file) => rmSync(file),
  'not a database': (file) => writeFileSync(file, 'no database at all'),
  truncated: (file) => truncateSync(file, 20_000),
}

for (const [what, spoil] of Object.entries(errors)) {
  test(`a search index that is ${what}: the search says so, and everything else works`, async () => {
    const folder = copySite()
    spoil(`${folder}/.contentlayer/snapshot/search.db`)
    const site = await startSite({ folder })
    const response = await fetch(`${site.url}/search?q=moved`)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('The search does not work just now')
    expect((await fetch(`${site.url}/search`)).status).toBe(200)
    expect(await statusesOf(site.url)).toEqual(allFine)
    expect(await getHealth(site.url)).toMatchObject({ status: 'degraded', ready: true, search: { index: false } })
    expect(site.log()).toContainEqual(
      expect.objectContaining({ level: 'error', message: expect.stringContaining('search') }),
    )
    await site.stop()
  })
}

test('a server without its content reports that it is not ready', async () => {
  const folder = copySite()
  const site = await startSite({ folder })
  rmSync(`${folder}/.contentlayer/snapshot`, { recursive: true })
  await expect.poll(async () => (await fetch(`${site.url}/api/health`)).status).toBe(503)
  expect(await getHealth(site.url)).toMatchObject({ status: 'without content', ready: false })
  expect((await fetch(`${site.url}/api/health?live`)).status).toBe(200)
  await site.stop()
})
