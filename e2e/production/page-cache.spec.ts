import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { emptyFolder } from '#lib/tools/testing/start-site'
import { builtSite, copySite, reportRead, type Site, startSite } from './site'

const METRICS_TOKEN = 'a-token-for-metrics'

/** How many pages a server has rendered. */
async function rendersOf(site: Site): Promise<number> {
  const response = await fetch(`${site.url}/api/metrics`, { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } })
  return Number(/^dateline_pages_printed_total (\d+)/m.exec(await response.text())?.[1])
}

const read = async (site: Site, path: string) => (await fetch(site.url + path)).text()

/** A clock that is ahead by the milliseconds that were last set. */
function makeClock() {
  const file = `${emptyFolder()}/ahead`
  const set = (ahead: number) => writeFileSync(file, String(ahead))
  set(0)
  return { set, env: { CLOCK_FILE: file }, node: ['--import', new URL('../clock.mjs', import.meta.url).pathname] }
}

test('pages generated at build are sent without rendering, and equal rendered ones', async () => {
  const { pages } = JSON.parse(readFileSync(`${builtSite}/prerendered/pages.json`, 'utf8'))
  const paths = Object.keys(pages).filter((path) => path.startsWith('/') && path !== '/hot-this-week')
  // All pages that the page modules list, and the three newest stories.
  expect(paths).toEqual(expect.arrayContaining(['/', '/latest', '/topics/life', '/authors/desk', '/people/speaker']))
  expect(paths.filter((path) => path.startsWith('/articles/')).length).toBe(3)
  const site = await startSite({ env: { METRICS_TOKEN } })
  const generated = await Promise.all(paths.map((path) => read(site, path)))
  expect(await rendersOf(site)).toBe(0)
  const folder = copySite()
  rmSync(`${folder}/prerendered`, { recursive: true })
  const other = await startSite({ folder, env: { METRICS_TOKEN } })
  const rendered = await Promise.all(paths.map((path) => read(other, path)))
  expect(await rendersOf(other)).toBe(paths.length)
  for (const [place, path] of paths.entries()) expect([path, generated[place]]).toEqual([path, rendered[place]])
  await Promise.all([site.stop(), other.stop()])
})

test('time alone does not rerender a page, except the ranking, which shows its time', async () => {
  const clock = makeClock()
  const site = await startSite({ env: { METRICS_TOKEN, ...clock.env }, node: clock.node })
  const paths = ['/', '/latest', '/articles/many-1', '/articles/withdrawn', '/nothing', '/topics/life', '/archive/2024']
  const before = await Promise.all(paths.map((path) => read(site, path)))
  const renders = await rendersOf(site)
  for (const hours of [1, 24, 24 * 30]) {
    clock.set(hours * 3_600_000)
    await new Promise((done) => setTimeout(done, 1500))
    const after = await Promise.all(paths.map((path) => read(site, path)))
    expect(after).toEqual(before)
  }
  expect(await rendersOf(site)).toBe(renders)
  const ranking = await read(site, '/hot-this-week')
  clock.set(24 * 31 * 3_600_000)
  await expect.poll(() => read(site, '/hot-this-week')).not.toBe(ranking)
  await site.stop()
})

test('a page is rendered again when readers bring another story onto it', async () => {
  test.setTimeout(120_000)
  const site = await startSite({ env: { METRICS_TOKEN } })
  const hotOn = async (path: string) => (await read(site, path)).split('id="hot-this-week"')[1]?.split('</ol>')[0] ?? ''
  expect(await hotOn('/articles/many-1')).not.toContain('/articles/many-40"')
  await reportRead(site.url, 'many-40')
  // Reads are counted once a minute.
  await expect.poll(() => hotOn('/articles/many-1'), { timeout: 70_000 }).toContain('/articles/many-40"')
  expect(await hotOn('/articles/many-40')).not.toContain('/articles/many-40"')
  await site.stop()
})

test('the memory for pages is limited: with none, every request renders its page', async () => {
  const site = await startSite({ env: { METRICS_TOKEN, PAGE_CACHE_MB: '0' } })
  for (let time = 0; time < 5; time++) expect((await fetch(`${site.url}/articles/many-2`)).status).toBe(200)
  expect(await rendersOf(site)).toBe(5)
  await site.stop()
})

test('a build contains each generated page only once', () => {
  const files = readdirSync(builtSite, { recursive: true, encoding: 'utf8' })
  expect(files.filter((file) => /^prerendered\/\d+\.html$/.test(file)).length).toBeGreaterThan(10)
  expect(files.filter((file) => /rendered\/.*\.(body|meta)$/.test(file))).toEqual([])
})
