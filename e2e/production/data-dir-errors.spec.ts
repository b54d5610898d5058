import { readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { emptyFolder } from '#lib/tools/testing/start-site'
import { allFine, getHealth, readsOf, reportRead, type Site, startSite, statusesOf } from './site'

/**
 * Starts a server in its own mount namespace, in which `mount` changed DATA_DIR. The namespace ends with the server.
 */
const startWith = (mount: string, DATA_DIR = emptyFolder()) =>
  startSite({
    env: { DATA_DIR },
    under: ['unshare', '--mount', '--map-root-user', 'sh', '-c', `${mount} && exec "$@"`, 'sh'],
  })

async function expectServes(site: Site) {
  expect(await statusesOf(site.url)).toEqual(allFine)
  expect((await reportRead(site.url, 'quoted')).status).toBe(204)
  expect(site.log().filter(({ status }) => status >= 500)).toEqual([])
}

test('a missing DATA_DIR is created', async () => {
  const DATA_DIR = `${emptyFolder()}/not/yet/there`
  const site = await startSite({ env: { DATA_DIR } })
  await expectServes(site)
  await expect.poll(() => getHealth(site.url)).toMatchObject({ status: 'ok' })
  expect(readdirSync(DATA_DIR)).toContain('reads.db')
  await site.stop()
})

test('a DATA_DIR that cannot be created costs only counts and speed', async () => {
  const file = `${emptyFolder()}/a-file`
  writeFileSync(file, '')
  const site = await startSite({ env: { DATA_DIR: `${file}/data` } })
  await expect
    .poll(() => getHealth(site.url))
    .toMatchObject({
      ...{ status: 'degraded', ready: true, reads: { reachable: false }, dataDir: { writable: false } },
      degraded: [
        expect.stringContaining('reads are not counted'),
        expect.stringContaining('DATA_DIR cannot be written'),
      ],
    })
  await expectServes(site)
  await site.stop()
})

test('a read-only DATA_DIR costs only counts and speed', async () => {
  const site = await startWith('mount -t tmpfs -o ro tmpfs "$DATA_DIR"')
  await expect.poll(() => getHealth(site.url)).toMatchObject({ status: 'degraded', dataDir: { writable: false } })
  await expectServes(site)
  expect(site.log().map(({ message }) => message)).toContainEqual(expect.stringContaining('Pictures are not kept'))
  expect((await site.stop('SIGINT')).code).toBe(0)
})

test('a full DATA_DIR costs only counts and speed, and counting resumes when there is space', async () => {
  const fill =
    'mount -t tmpfs -o size=2m tmpfs "$DATA_DIR" && { head -c 3000000 /dev/zero > "$DATA_DIR/filler" || true; }'
  const signal = `${emptyFolder()}/room`
  const free = `(until [ -e ${signal} ]; do sleep 0.2; done; rm "$DATA_DIR/filler") &`
  const site = await startWith(`${fill} && { ${free} }`)
  await expect.poll(() => getHealth(site.url)).toMatchObject({ status: 'degraded', reads: { reachable: false } })
  await expectServes(site)
  writeFileSync(signal, '')
  await expect.poll(() => getHealth(site.url)).toMatchObject({ status: 'ok' })
  await expect
    .poll(async () => (await reportRead(site.url, 'many-1')).status && readsOf(site.url, 'many-1'), { timeout: 70_000 })
    .toBe(1)
  await site.stop()
})

test('an unreadable counts file is set aside and reported, and a new one is created', async () => {
  const DATA_DIR = emptyFolder()
  writeFileSync(`${DATA_DIR}/reads.db`, 'These are not reads. '.repeat(500))
  const site = await startSite({ env: { DATA_DIR } })
  await expect.poll(() => getHealth(site.url)).toMatchObject({ status: 'ok' })
  await expectServes(site)
  expect(site.log().map(({ message }) => message)).toContainEqual(expect.stringMatching(/cannot be read.*kept as/))
  expect(readdirSync(DATA_DIR)).toContainEqual(expect.stringMatching(/^reads\.db\.unreadable-/))
  await site.stop()
})
