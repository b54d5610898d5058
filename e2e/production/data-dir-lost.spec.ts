import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { emptyFolder } from '#lib/tools/testing/start-site'
import { addFreshStory, publishCopy } from './publish-copy'
import { getHealth, readsOf, reportRead, type Site, startSite } from './site'

/** Uses a new connection for each request, because connections are assigned to the processes in turns. */
const ask = (site: Site, path: string) => fetch(site.url + path, { headers: { Connection: 'close' } })

/** Starts a site with a story that its build does not have. */
async function startPublished(WEB_CONCURRENCY: string) {
  const DATA_DIR = `${emptyFolder()}/data`
  publishCopy(DATA_DIR, addFreshStory)
  const site = await startSite({ env: { DATA_DIR, WEB_CONCURRENCY } })
  for (let time = 0; time < 6; time++) expect((await ask(site, '/articles/fresh')).status).toBe(200)
  return site
}

/** Addresses that are not in memory and need a file. */
const needFiles = ['/articles/moved', '/people/speaker', '/feed.xml', '/photos/public.png?w=640', '/photos/public.png']

async function expectGoesOn(site: Site) {
  for (let time = 0; time < 3; time++) {
    const story = await ask(site, '/articles/fresh')
    expect([story.status, (await story.text()).includes('A fresh story')]).toEqual([200, true])
    expect(await (await ask(site, '/latest')).text()).toContain('A fresh story')
    expect((await ask(site, '/articles/nobody-wrote-it')).status).toBe(404)
    for (const path of [...needFiles, '/search?q=fresh']) {
      const { status, headers } = await ask(site, path)
      expect([path, status, headers.get('Cache-Control'), headers.has('Retry-After')]).toEqual([
        ...[path, 503, 'no-store', true],
      ])
    }
    await setTimeout(700)
  }
}

async function expectAllWell(site: Site) {
  await expect.poll(() => getHealth(site.url)).toMatchObject({ status: 'ok', ready: true, degraded: [] })
  await setTimeout(1500)
  for (let time = 0; time < 4; time++) {
    for (const path of ['/articles/fresh', ...needFiles, '/search?q=words']) {
      expect([path, (await ask(site, path)).status]).toEqual([path, 200])
    }
  }
}

const lost = expect.arrayContaining([expect.stringContaining('published last cannot be shown')])

for (const [processes, lines] of [
  ['1', 1],
  ['2', 3],
] as const) {
  test(`snapshots that cannot be read for a while: ${processes} processes continue with what is in memory`, async () => {
    const site = await startPublished(processes)
    const folder = `${site.dataDir}/generations`
    renameSync(folder, `${folder}.away`)
    // Not even root can read a symbolic link to itself.
    symlinkSync(folder, folder)
    await expect.poll(() => getHealth(site.url)).toMatchObject({ ready: false, degraded: lost })
    await expectGoesOn(site)
    rmSync(folder)
    renameSync(`${folder}.away`, folder)
    await expectAllWell(site)
    const errors = site.log().filter(({ message }) => /^What was published last/.test(message))
    expect(errors).toHaveLength(lines)
    await site.stop('SIGTERM')
  })
}

test('a DATA_DIR that is renamed under a server: health reports it, and everything works when it is back', async () => {
  test.setTimeout(240_000)
  const site = await startPublished('2')
  await reportRead(site.url, 'quoted', '1')
  await setTimeout(1500)
  renameSync(site.dataDir, `${site.dataDir}-away`)
  await expect
    .poll(() => getHealth(site.url))
    .toMatchObject({
      ...{ ready: false, reads: { reachable: false }, dataDir: { writable: false } },
      degraded: lost,
    })
  await reportRead(site.url, 'quoted', '2')
  await expectGoesOn(site)
  expect(existsSync(site.dataDir), 'or it could not be renamed back').toBe(false)
  renameSync(`${site.dataDir}-away`, site.dataDir)
  await expectAllWell(site)
  await expect.poll(() => readsOf(site.url, 'quoted'), { timeout: 70_000 }).toBe(2)
  await site.stop('SIGTERM')
})

test('a DATA_DIR that is removed and created again: reads go into a new file', async () => {
  test.setTimeout(240_000)
  const site = await startSite()
  await expect.poll(() => getHealth(site.url)).toMatchObject({ status: 'ok' })
  rmSync(site.dataDir, { recursive: true })
  await expect
    .poll(() => getHealth(site.url))
    .toMatchObject({
      ...{ status: 'degraded', ready: true, reads: { reachable: false }, dataDir: { writable: false } },
    })
  mkdirSync(site.dataDir)
  await expect.poll(() => getHealth(site.url)).toMatchObject({ status: 'ok' })
  await reportRead(site.url, 'quoted')
  expect((await site.stop('SIGINT')).code).toBe(0)
  const next = await startSite({ env: { DATA_DIR: site.dataDir } })
  await expect.poll(() => readsOf(next.url, 'quoted'), { timeout: 70_000 }).toBe(1)
  await next.stop()
})
