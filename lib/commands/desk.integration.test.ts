import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentFile, publicationFile, writeEdition } from '#lib/tools/testing/write-content'

const folder = mkdtempSync(join(tmpdir(), 'dateline-new-'))

beforeAll(() =>
  writeEdition(folder, {
    'publication.yaml': publicationFile(['news']),
    'topics/news.mdx': documentFile({ title: 'News', description: 'What is new.' }),
    'authors/desk.mdx': documentFile({ name: 'The Desk', kind: 'organization' }),
  }),
)

afterAll(() => rmSync(folder, { recursive: true }))

const run = (command: string, ...args: string[]) =>
  spawnSync(process.execPath, ['lib/commands/run.mjs', command, ...args], {
    env: { ...process.env, CONTENT_DIR: folder },
    encoding: 'utf8',
  })

test('a new draft passes the checks, and a second draft with the same headline gets its own slug', {
  timeout: 60_000,
}, () => {
  const [first, second] = [run('new', '서울의 "봄": #1'), run('new', '서울의 "봄": #1')]
  expect(first.stdout).toContain('/articles/서울의-봄-1\n')
  expect(second.stdout).toContain('/articles/서울의-봄-1-2\n')
  const draft = readFileSync(join(process.cwd(), first.stdout.split('\n')[0] ?? ''), 'utf8')
  expect(draft).toMatch(/publishedAt: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00\n/)
  expect(draft).toContain('status: draft')
  expect(run('check').stdout).toBe('Checked 4 documents: no errors.\n')
})

test('check prints errors, their count, and JSON with --json; it exits with 1 and prints no stack trace', {
  timeout: 60_000,
}, () => {
  writeFileSync(join(folder, 'articles', 'bad.mdx'), '---js\nprocess.exit(0)\n---\n')
  const [text, json] = [run('check'), run('check', '--json')]
  expect(text.status).toBe(1)
  expect(text.stdout).toMatch(/^articles\/bad\.mdx:1:1 front matter: .*\n1 error in 5 documents\.\n$/)
  expect(text.stderr).not.toContain('    at ')
  expect(json.status).toBe(1)
  expect(JSON.parse(json.stdout)).toMatchObject([
    { file: 'articles/bad.mdx', line: 1, column: 1, field: 'front matter' },
  ])
})

test('new without a headline says how to give one', () => {
  const { status, stderr } = run('new')
  expect(status).toBe(1)
  expect(stderr).toContain('Give the headline')
})
