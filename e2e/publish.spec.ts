import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { articlePath, newsSitemapPath, searchPath, sharePath } from '#lib/rules/links'

const root = resolve(import.meta.dirname, '..')
const url = 'http://localhost:3230'
const secondUrl = 'http://localhost:3237'
const work = mkdtempSync(join(tmpdir(), 'dateline-publish-e2e-'))
const [words, data] = [join(work, 'content'), join(work, 'data')]
let servers: ChildProcess[]

test.beforeAll(async () => {
  cpSync(join(root, '.data/test/life/content'), words, { recursive: true })
  servers = [url, secondUrl].map((address) =>
    spawn('node', ['server.js'], {
      cwd: join(root, '.data/test/life/site'),
      env: {
        ...process.env,
        ...{ PORT: new URL(address).port, HOSTNAME: 'localhost', DATA_DIR: data },
        WEB_CONCURRENCY: address === url ? '1' : '2',
      },
      stdio: 'ignore',
    }),
  )
  for (const address of [url, secondUrl])
    await expect(async () => expect((await fetch(address)).status).toBe(200)).toPass()
})

test.afterAll(() => {
  for (const server of servers) server.kill('SIGKILL')
  rmSync(work, { recursive: true })
})

function publish(...args: string[]) {
  const env = { ...process.env, CONTENT_DIR: words, DATA_DIR: data }
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'publish', '--', ...args], { cwd: root, env })
  return { status, printed: `${stdout}${stderr}` }
}

const write = (slug: string, fields: string, body = 'A zeppelin over the harbor.') =>
  writeFileSync(
    join(words, `articles/${slug}.mdx`),
    `---\nheadline: Zeppelin sighted\ndek: It was seen.\nauthors: [desk]\ntopics: [life]\n${fields}---\n\n${body}\n`,
  )

const textOf = async (path: string) => (await fetch(url + path)).text()
const statusOf = async (path: string) => (await fetch(url + path, { redirect: 'manual' })).status
const shows = (path: string, words: string) =>
  expect.poll(() => textOf(path), { timeout: 10_000, message: path }).toContain(words)

/** The snapshot that a server reports as current. */
const snapshotOf = async (address: string) => (await (await fetch(`${address}/api/health`)).json()).content

test('running servers show what is published within seconds, everywhere', async () => {
  test.setTimeout(120_000)
  const justNow = new Date(Date.now() - 60_000).toISOString()
  // Pages that were just rendered and may be cached for a minute.
  for (const path of ['/', '/latest', '/topics/life', '/feed.xml', newsSitemapPath]) {
    expect(await textOf(path)).not.toContain('Zeppelin sighted')
  }
  cpSync(join(words, 'photos/public.png'), join(words, 'photos/zeppelin.png'))
  write('zeppelin', `publishedAt: ${justNow}\nphoto: { src: photos/zeppelin.png, alt: A, credit: C }\n`)
  const moved = readFileSync(join(words, 'articles/moved.mdx'), 'utf8')
  rmSync(join(words, 'articles/moved.mdx'))
  writeFileSync(join(words, 'articles/moved-on.mdx'), moved.replace('"second-address"', '"second-address","moved"'))
  rmSync(join(words, 'articles/many/many-1.mdx'))
  const { status, printed } = publish()
  expect(status).toBe(0)
  const [, snapshot] = /Snapshot (\S+) serves/.exec(printed) ?? []
  for (const address of [url, secondUrl]) {
    await expect
      .poll(() => snapshotOf(address), { timeout: 5000 })
      .toMatchObject({ generation: snapshot, ageSeconds: expect.any(Number) })
    expect(await (await fetch(address)).text()).toContain('Zeppelin sighted')
  }

  await expect.poll(() => statusOf(articlePath('zeppelin')), { timeout: 10_000 }).toBe(200)
  for (const path of ['/', '/latest', '/topics/life', '/feed.xml', newsSitemapPath])
    await shows(path, 'Zeppelin sighted')
  await shows('/sitemaps/1.xml', articlePath('zeppelin'))
  await shows(`${searchPath}?q=zeppelin`, articlePath('zeppelin'))
  expect(await statusOf(sharePath('zeppelin'))).toBe(200)
  expect(await statusOf('/photos/zeppelin.png?w=640')).toBe(200)
  expect([await statusOf(articlePath('moved')), await statusOf(articlePath('moved-on'))]).toEqual([308, 200])
  expect(await statusOf(articlePath('first-address'))).toBe(308)
  expect(await statusOf(articlePath('many-1'))).toBe(404)
})

test('an error changes nothing, and --back makes the previous snapshot current', async () => {
  test.setTimeout(120_000)
  write('broken', 'publishedAt: never\n')
  const { status, printed } = publish()
  expect(status).toBe(1)
  expect(printed).toContain('articles/broken.mdx:6:14 publishedAt')
  expect(await statusOf(articlePath('zeppelin'))).toBe(200)
  expect(publish('--back').status).toBe(0)
  await expect.poll(() => statusOf(articlePath('zeppelin')), { timeout: 10_000 }).toBe(404)
  await expect.poll(() => statusOf(articlePath('moved')), { timeout: 10_000 }).toBe(200)
  expect(await textOf('/latest')).not.toContain('Zeppelin sighted')
})

test('readers get no error and no half snapshot while stories are published', async () => {
  test.setTimeout(120_000)
  rmSync(join(words, 'articles/broken.mdx'))
  const answers: string[] = []
  let isOver = false
  const reader = (async () => {
    while (!isOver) {
      const response = await fetch(url + articlePath('zeppelin'))
      const text = await response.text()
      const [title, body] = [/<title>(\w+)/.exec(text)?.[1], /turn-(\w+)/.exec(text)?.[1]]
      if (response.status === 200) answers.push(`${title} ${body}`)
      else if (response.status !== 404) answers.push(String(response.status))
    }
  })()
  for (const turn of ['One', 'Two', 'Three']) {
    const file = `---\nheadline: ${turn}\ndek: D\nauthors: [desk]\ntopics: [life]\npublishedAt: 2024-11-01T00:00:00Z\n---\n\nturn-${turn}\n`
    writeFileSync(join(words, 'articles/zeppelin.mdx'), file)
    const env = { ...process.env, CONTENT_DIR: words, DATA_DIR: data }
    const publisher = spawn('npm', ['run', '--silent', 'publish'], { cwd: root, env, stdio: 'ignore' })
    await new Promise((done) => publisher.on('close', done))
    await shows(articlePath('zeppelin'), `turn-${turn}`)
  }
  isOver = true
  await reader
  expect([...new Set(answers)].sort()).toEqual(['One One', 'Three Three', 'Two Two'])
})

test('readers get no error when a publication follows right after --back', async () => {
  test.setTimeout(180_000)
  const statuses = new Set<number>()
  for (const round of [1, 2, 3]) {
    write('taken-back', `publishedAt: 2024-11-01T00:00:00Z\nkicker: Wrong ${round}\n`)
    const [, wrong] = /Snapshot (\S+) serves/.exec(publish().printed) ?? []
    await expect.poll(() => snapshotOf(url), { timeout: 10_000 }).toMatchObject({ generation: wrong })
    let isOver = false
    const reader = (async () => {
      while (!isOver) {
        // Each request reads a file of the snapshot.
        for (const address of [url, secondUrl]) statuses.add((await fetch(`${address}/photos/public.png`)).status)
        await new Promise((done) => setTimeout(done, 20))
      }
    })()
    write('taken-back', `publishedAt: 2024-11-01T00:00:00Z\nkicker: Right ${round}\n`)
    const env = { ...process.env, CONTENT_DIR: words, DATA_DIR: data }
    for (const option of ['--back', '']) {
      const args = ['lib/commands/run.mjs', 'publish', ...(option ? [option] : [])]
      const publisher = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' })
      await new Promise((done) => publisher.on('close', done))
    }
    await shows(articlePath('taken-back'), `Right ${round}`)
    isOver = true
    await reader
  }
  expect([...statuses]).toEqual([200])
})
