import { writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { emptyFolder } from '#lib/tools/testing/start-site'
import { allFine, getHealth, readsOf, reportRead, startSite, statusesOf } from './site'

const hour = 3_600_000

/** A module that moves the server's clock ahead by the value in a file, which may change while the server runs. */
function makeClock() {
  const folder = emptyFolder()
  const set = (ahead: number) => writeFileSync(`${folder}/ahead`, String(ahead))
  set(0)
  writeFileSync(
    `${folder}/clock.mjs`,
    `import { readFileSync } from 'node:fs'
    const now = Date.now
    let ahead = 0
    setInterval(() => { ahead = Number(readFileSync('${folder}/ahead', 'utf8')) }, 50).unref()
    Date.now = () => now() + ahead
    globalThis.Date = new Proxy(Date, {
      construct: (target, given, made) => Reflect.construct(target, given.length ? given : [target.now()], made),
    })`,
  )
  return { set, node: ['--import', `${folder}/clock.mjs`] }
}

for (const [what, jump] of Object.entries({ 'an hour': hour, 'a day': 24 * hour })) {
  test(`pages are served and reads counted when the clock goes ${what} ahead and back`, async () => {
    const clock = makeClock()
    const site = await startSite({ node: clock.node })
    for (const [place, ahead] of [0, jump, 0, -jump, 0].entries()) {
      clock.set(ahead)
      await expect
        .poll(async () => {
          const { generatedAt } = await (await fetch(`${site.url}/api/hot-this-week`)).json()
          return Math.abs(Date.parse(generatedAt) - Date.now() - ahead) < 120_000
        })
        .toBe(true)
      await expect.poll(() => statusesOf(site.url)).toEqual(allFine)
      expect((await reportRead(site.url, 'quoted', `${place}`)).status).toBe(204)
      await expect.poll(() => getHealth(site.url)).toMatchObject({ status: 'ok' })
    }
    await expect.poll(() => readsOf(site.url, 'quoted'), { timeout: 70_000 }).toBeGreaterThanOrEqual(4)
    expect(site.log().filter(({ level, status }) => level === 'error' || status >= 500)).toEqual([])
    await site.stop()
  })
}

test('a story appears when the clock reaches its time, and disappears when the clock goes back', async () => {
  const clock = makeClock()
  const site = await startSite({ node: clock.node })
  const scheduled = async () => (await fetch(`${site.url}/articles/scheduled`)).status
  expect(await scheduled()).toBe(404)
  clock.set(Date.parse('2999-01-01T00:00:00Z') - Date.now() - 3000)
  await expect.poll(scheduled).toBe(200)
  expect(await (await fetch(`${site.url}/latest`)).text()).toContain('A story of the future')
  clock.set(0)
  await expect.poll(scheduled).toBe(404)
  await expect.poll(async () => (await fetch(`${site.url}/latest`)).text()).not.toContain('A story of the future')
  await site.stop()
})
