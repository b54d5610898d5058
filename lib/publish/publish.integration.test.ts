import { once } from 'node:events'
import { appendFileSync, cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pointerFile } from '#lib/snapshot/current'
import { publishedDir } from '#lib/snapshot/paths'
import { makeRandom } from '#lib/tools/testing/generate-stories'
import { listen, openPublisher } from '#lib/tools/testing/publisher'
import { holdLock } from './hold-lock'

let site: ReturnType<typeof openPublisher>
beforeAll(() => {
  site = openPublisher()
}, 120_000)
afterAll(() => site.close())

test('a story is published, an error changes nothing, and the snapshot before serves again', {
  timeout: 120_000,
}, async () => {
  site.write('Second')
  expect(await site.publish()).toEqual([0, expect.stringContaining('1 story changed, 20 unchanged. Snapshot ')])
  expect(site.serving()).toBe('Second')
  expect(await site.publish()).toEqual([0, expect.stringContaining('Nothing changed.')])

  writeFileSync(site.news, '---\nheadline: Third\n---\n')
  const [code, printed] = await site.publish()
  expect(code).toBe(1)
  expect(printed).toContain('articles/news.mdx:1:1 dek: ')
  expect(site.serving()).toBe('Second')

  site.write('Fourth')
  expect((await site.publish())[0]).toBe(0)
  expect(site.serving()).toBe('Fourth')
  expect(await site.publish(['--back'])).toEqual([0, expect.stringContaining('serves again')])
  expect(site.serving()).toBe('Second')
  expect((await site.publish(['--back']))[0]).toBe(0)
  expect(site.serving()).toBe('First')
  expect(await site.publish(['--back'])).toEqual([1, expect.stringContaining('no earlier snapshot')])
  expect((await site.publish())[0]).toBe(0)
  expect(site.serving()).toBe('Fourth')
})

test('a publisher that is killed at any moment loses nothing and leaves nothing behind', {
  timeout: 240_000,
}, async () => {
  const random = makeRandom(Date.now())
  let before = site.serving()
  let killed = 0
  for (let turn = 0; turn < 12; turn++) {
    site.write(`Killed ${turn}`)
    const publisher = site.start()
    setTimeout(() => publisher.kill('SIGKILL'), 100 + random() * 1000)
    await once(publisher, 'close')
    if (publisher.signalCode === 'SIGKILL') killed++
    expect([before, `Killed ${turn}`]).toContain(site.serving())
    before = site.serving()
  }
  expect(killed).toBeGreaterThan(2)
  site.write('Alive')
  expect((await site.publish())[0]).toBe(0)
  expect(site.serving()).toBe('Alive')
  expect(site.published().length).toBeLessThanOrEqual(3)
  expect(site.published().filter((name) => name.endsWith('.next'))).toEqual([])
})

test('a publisher that watches brings what is saved, in new folders too, and goes on after an error', {
  timeout: 120_000,
}, async () => {
  mkdirSync(join(site.content, 'photos'), { recursive: true })
  const publisher = site.start(['--watch'])
  const printed = listen(publisher)
  await expect.poll(printed, { timeout: 30_000 }).toContain('Watching')
  site.write('Saved')
  await expect.poll(site.serving, { timeout: 30_000 }).toBe('Saved')

  const errors = () => printed().split('"news" is the slug of').length - 1
  cpSync(site.news, join(site.content, 'articles/new/folder/news.mdx'))
  await expect.poll(errors, { timeout: 30_000 }).toBe(1)
  site.write('Not so')
  await expect.poll(errors, { timeout: 30_000 }).toBe(2)
  expect(site.serving()).toBe('Saved')
  rmSync(join(site.content, 'articles/new'), { recursive: true })
  await expect.poll(site.serving, { timeout: 30_000 }).toBe('Not so')

  // A file that is no part of the content and changes all the time keeps nothing from being published.
  const log = setInterval(() => appendFileSync(join(site.content, '.log'), 'x'), 100)
  site.write('Beside a log')
  await expect.poll(site.serving, { timeout: 30_000 }).toBe('Beside a log')
  clearInterval(log)
  // Nor does a folder that never rests.
  const picture = setInterval(() => writeFileSync(join(site.content, 'photos/busy.png'), 'x'), 100)
  site.write('Beside a picture')
  await expect.poll(site.serving, { timeout: 30_000 }).toBe('Beside a picture')
  clearInterval(picture)
  rmSync(join(site.content, 'photos/busy.png'))

  // Many editors save a story as a new file that takes the name of the old one.
  for (const headline of ['Renamed once', 'Renamed twice', 'Renamed again']) {
    site.write(headline, `${site.news}~`)
    renameSync(`${site.news}~`, site.news)
    await expect.poll(site.serving, { timeout: 30_000 }).toBe(headline)
  }
  publisher.kill()
  await once(publisher, 'close')
})

test('two publishers at once take turns', { timeout: 120_000 }, async () => {
  site.write('Twice')
  const both = await Promise.all([site.publish(), site.publish()])
  expect(both.map(([code]) => code)).toEqual([0, 0])
  expect(both.filter(([, printed]) => printed.includes('Nothing changed.'))).toHaveLength(1)
  expect(site.serving()).toBe('Twice')
})

test('a build that is newer than what was published serves, and publishing goes on from it', {
  timeout: 120_000,
}, async () => {
  site.write('Built')
  site.buildAnew()
  expect(site.serving()).toBe('Built')
  site.write('Published')
  expect(await site.publish()).toEqual([0, expect.stringContaining('1 story changed, 20 unchanged.')])
  expect(site.serving()).toBe('Published')
})

test('an option that it does not know is refused', { timeout: 60_000 }, async () => {
  expect(await site.publish(['--bakc'])).toEqual([1, expect.stringContaining('--back')])
})

test('content is checked while another publisher is at work, and errors are told at once', {
  timeout: 120_000,
}, async () => {
  const lock = await holdLock(join(site.data, publishedDir))
  writeFileSync(site.news, '---\nheadline: Broken\n---\n')
  expect(await site.publish()).toEqual([1, expect.stringContaining('There are errors.')])
  lock.release()
})

test('who was checked before another publisher was done is checked again, so that no older content follows newer content', {
  timeout: 120_000,
}, async () => {
  const lock = await holdLock(join(site.data, publishedDir))
  site.write('Older')
  const publisher = site.start()
  const printed = listen(publisher)
  await expect.poll(printed, { timeout: 60_000 }).toContain('Waiting for it.')
  // Another publisher, which has the lock, publishes newer words meanwhile.
  site.write('Newer')
  const { id, since } = site.findWhatServes()
  const later = new Date(Date.parse(since) + 1).toISOString()
  writeFileSync(pointerFile(site.data), JSON.stringify({ id, since: later }))
  lock.release()
  expect(await once(publisher, 'close')).toEqual([0, null])
  expect(printed()).toContain('Another command published meanwhile. Checking again.')
  expect(site.serving()).toBe('Newer')
})

test('a link in the content folder is an error at once under --watch, and what it leads to is not watched', {
  timeout: 120_000,
}, async () => {
  symlinkSync('/usr', join(site.content, 'notes'))
  const publisher = site.start(['--watch'])
  const printed = listen(publisher)
  await expect.poll(printed, { timeout: 60_000 }).toContain('notes:1:1 file: is not a file of the publication')
  rmSync(join(site.content, 'notes'))
  site.write('After the link')
  await expect.poll(site.serving, { timeout: 60_000 }).toBe('After the link')
  publisher.kill()
  await once(publisher, 'close')
})

test('a publisher watches the folder that its operator names, be it a link or another one since', {
  timeout: 120_000,
}, async () => {
  const link = join(site.root, 'link')
  symlinkSync(site.content, link)
  const publisher = site.start(['--watch'], { CONTENT_DIR: link })
  const printed = listen(publisher)
  await expect.poll(printed, { timeout: 60_000 }).toMatch(/Watching[\s\S]*serves\./)
  site.write('Behind a link')
  await expect.poll(site.serving, { timeout: 30_000 }).toBe('Behind a link')

  cpSync(site.content, `${site.content}-anew`, { recursive: true })
  renameSync(site.content, `${site.content}-old`)
  renameSync(`${site.content}-anew`, site.content)
  site.write('In its place')
  await expect.poll(site.serving, { timeout: 30_000 }).toBe('In its place')
  site.write('And once more')
  await expect.poll(site.serving, { timeout: 30_000 }).toBe('And once more')
  publisher.kill()
  await once(publisher, 'close')
})
