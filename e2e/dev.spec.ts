import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const root = resolve(import.meta.dirname, '..')
const content = resolve(root, '.data/test/hangul/content')
const site = 'http://localhost:3214'

const file = `${content}/articles/첫-이야기.mdx`
let before: string
let dev: ChildProcess

test.beforeAll(async ({ request }) => {
  test.setTimeout(120_000)
  before = readFileSync(file, 'utf8')
  const env = { ...process.env, CONTENT_DIR: content, PORT: '3214' }
  dev = spawn('npm', ['run', 'dev'], {
    cwd: root,
    env,
    detached: true,
    stdio: 'ignore',
  })
  await expect(async () => expect((await request.get(`${site}/articles/첫-이야기`)).status()).toBe(200)).toPass()
})

test.afterAll(() => {
  // A failed test must not leave an error for the next one.
  writeFileSync(file, before)
  if (isRunning()) process.kill(-Number(dev.pid), 'SIGKILL')
})

/** Does any process of the command's process group still run? */
function isRunning(): boolean {
  try {
    return process.kill(-Number(dev.pid), 0)
  } catch {
    return false
  }
}

test('an open story reloads after a change, shows an error with file and line, and recovers', async ({ page }) => {
  test.setTimeout(150_000)
  const headline = page.getByRole('heading', { level: 1 })
  await page.goto(`${site}/articles/첫-이야기`)
  await expect(headline).toContainText('The first story')
  await expect(async () => {
    writeFileSync(file, before.replace('The first story', 'The changed story'))
    await expect(headline).toContainText('The changed story', { timeout: 5000 })
  }).toPass()
  writeFileSync(file, before.replace(/dek: .*/, 'dek:'))
  await expect(page.getByText('articles/첫-이야기.mdx:3:1 dek: is empty').first()).toBeVisible({ timeout: 40_000 })
  writeFileSync(file, before)
  await expect(headline).toContainText('The first story', { timeout: 40_000 })
})

test('SIGTERM ends the command and all its processes', async () => {
  expect(isRunning()).toBe(true)
  dev.kill('SIGTERM')
  await expect.poll(isRunning, { timeout: 10_000 }).toBe(false)
})
