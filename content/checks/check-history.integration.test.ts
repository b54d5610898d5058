import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { documentFile, smallEdition, writeEdition } from '#lib/tools/testing/write-content'
import { checkContent } from './check-content'
import { formatError } from './content-error'

const now = new Date('2024-11-23T00:00:00Z')
const fields = {
  headline: 'Talks resume',
  dek: 'What it is about.',
  publishedAt: '2024-11-22T09:30:00+09:00',
  authors: ['desk'],
  topics: ['news'],
}
const words = 'They met.\n\n<Quote by="speaker" source="https://example.org/a">We will stay.</Quote>'
const story = (more: object = {}, body = words) => documentFile({ ...fields, ...more }, body)
const fix = { at: '2024-11-22T12:00:00+09:00', text: 'The quotation was wrong.' }

let folder: string
const git = (...args: string[]) => {
  const { status, stderr } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
const commit = () => {
  git('add', '-A')
  git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-qm', 'The words as they are')
}
const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
const errors = async (since = 'HEAD') => (await checkContent(now, since)).errors.map(formatError)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-history-'))
  vi.stubEnv('CONTENT_DIR', folder)
  writeEdition(folder, {
    ...smallEdition,
    'articles/talks.mdx': story(),
    'articles/draft.mdx': story({ status: 'draft' }, 'Not yet.'),
    'articles/soon.mdx': story({ publishedAt: '2024-12-01T00:00:00Z' }),
  })
  git('init', '-q')
  commit()
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const edits: [string, string][] = [
  ['words', words.replace('stay', 'leave')],
  ['source', words.replace('/a', '/b')],
  ['day', words.replace('<Quote', '<Quote on="2024-11-21"')],
  ['audience', words.replace('<Quote', '<Quote to="reporters"')],
]

test.each(edits)('another %s in a quotation that readers have seen needs a correction', async (_, body) => {
  write('articles/talks.mdx', story({}, body))
  expect(await errors()).toEqual([
    expect.stringMatching(
      /^articles\/talks\.mdx:11:\d+ body: <Quote by="speaker"> "We will stay\." was public and reads/,
    ),
  ])
  write('articles/talks.mdx', story({ corrections: [fix] }, body))
  expect(await errors()).toEqual([])
})

test('a correction from before answers for no new edit', async () => {
  write('articles/talks.mdx', story({ corrections: [fix] }))
  commit()
  write('articles/talks.mdx', story({ corrections: [fix] }, 'They met, and nobody spoke.'))
  expect(await errors()).toEqual([expect.stringContaining('"We will stay." was public and is gone. Add a correction')])
})

test('what readers do not see yet answers for no edit, nor does an old correction in other words', async () => {
  const edited = words.replace('stay', 'leave')
  const later = '2099-01-01T00:00:00Z'
  const reads = [expect.stringContaining('"We will stay." was public and reads otherwise now')]
  write('articles/talks.mdx', story({ corrections: [{ ...fix, at: later }] }, edited))
  expect(await errors()).toEqual(reads)
  write('articles/talks.mdx', story({ withdrawn: { at: later, reason: 'Wrong.' } }, edited))
  expect(await errors()).toEqual(reads)
  write('articles/talks.mdx', story({ corrections: [fix] }))
  commit()
  write('articles/talks.mdx', story({ corrections: [{ ...fix, text: 'Otherwise.' }] }, edited))
  expect(await errors()).toEqual(reads)
})

test('an address may not go to a story that readers do not see', async () => {
  write('articles/talks.mdx', story({ formerSlugs: ['meeting'] }))
  commit()
  write('articles/talks.mdx', story())
  for (const hidden of [{ status: 'draft' }, { publishedAt: '2024-12-01T00:00:00Z' }]) {
    write('articles/draft.mdx', story({ ...hidden, formerSlugs: ['meeting'] }, 'Not yet.'))
    expect(await errors()).toEqual([expect.stringContaining('"meeting" was public and leads nowhere now')])
  }
  write('articles/draft.mdx', story({ formerSlugs: ['meeting'] }, 'Now.'))
  expect(await errors()).toEqual([])
})

test('text around quotations, new quotations, other marks and the day said outright are no edits', async () => {
  const more = `They met again.\n\n${words.replace('<Quote', '<Quote on="2024-11-22"').replace('We will', 'We  will')}`
  write('articles/talks.mdx', story({}, `${more}\n\n<Quote by="speaker">More.</Quote>`))
  expect(await errors()).toEqual([])
})

test('when a story came out may not change; another notation of the moment may', async () => {
  write('articles/talks.mdx', story({ publishedAt: '2024-11-22T00:30:00Z' }))
  expect(await errors()).toEqual([])
  write('articles/talks.mdx', story({ publishedAt: '2024-11-22T10:30:00+09:00' }))
  expect(await errors()).toEqual([
    expect.stringMatching(/^articles\/talks\.mdx:4:14 publishedAt: .* was "2024-11-22T09:30:00\+09:00"/),
  ])
})

test('drafts and scheduled stories may change in every way, or go', async () => {
  write('articles/draft.mdx', story({ status: 'draft', publishedAt: '2024-11-01T00:00:00Z' }, 'Other words.'))
  rmSync(join(folder, 'articles/soon.mdx'))
  expect(await errors()).toEqual([])
})

test('a story may move to another folder or take another slug that names the old one, but not vanish', async () => {
  mkdirSync(join(folder, 'articles/2024'))
  renameSync(join(folder, 'articles/talks.mdx'), join(folder, 'articles/2024/talks.mdx'))
  expect(await errors()).toEqual([])
  rmSync(join(folder, 'articles/2024'), { recursive: true })
  expect(await errors()).toEqual([
    expect.stringMatching(/^articles\/talks\.mdx:1:1 slug: "talks" was public and leads/),
  ])
  write('articles/talks-go-on.mdx', story({ formerSlugs: ['talks'] }, words.replace('stay', 'leave')))
  expect(await errors()).toEqual([expect.stringMatching(/^articles\/talks-go-on\.mdx:12:\d+ body: /)])
})

test('a public story is withdrawn, not made a draft; what it quoted is then no matter', async () => {
  write('articles/talks.mdx', story({ status: 'draft' }))
  expect(await errors()).toEqual([expect.stringMatching(/^articles\/talks\.mdx:7:9 status: .*Withdraw it instead$/)])
  write('articles/talks.mdx', story({ withdrawn: { at: '2024-11-22T15:00:00Z', reason: 'Wrong.' } }, 'Gone.'))
  expect(await errors()).toEqual([])
})

test('the folder may lie inside a larger repository', async () => {
  vi.stubEnv('CONTENT_DIR', join(folder, 'words'))
  mkdirSync(join(folder, 'words'))
  for (const name of ['publication.yaml', 'topics', 'authors', 'people', 'articles'])
    renameSync(join(folder, name), join(folder, 'words', name))
  commit()
  write('words/articles/talks.mdx', story({}, 'Nobody spoke.'))
  expect(await errors()).toEqual([expect.stringMatching(/^articles\/talks\.mdx:1:1 body: /)])
  expect(await errors('HEAD~1')).toEqual([expect.stringMatching(/^\.:1:1 --since: "HEAD~1" cannot be compared with: /)])
})

test('an unknown commit, and a folder without git, are told as such', async () => {
  expect(await errors('no-such-branch')).toEqual([
    expect.stringMatching(/^\.:1:1 --since: "no-such-branch" cannot be compared with: .+\. Name a commit/),
  ])
  expect(await errors('--help')).toEqual([expect.stringContaining('"--help" cannot be compared with')])
  rmSync(join(folder, '.git'), { recursive: true })
  expect(await errors()).toEqual([expect.stringContaining('not a git repository')])
})

/** Settings that make git run a program, each leaving a mark if it ever does. */
const hostileSettings = (mark: string) => `[core]
  repositoryformatversion = 0
  bare = true
  fsmonitor = "touch ${mark}; false"
  hooksPath = ${folder}/hooks
  pager = touch ${mark}
  sshCommand = touch ${mark}
[diff]
  external = touch ${mark}
[diff "x"]
  textconv = touch ${mark}
[filter "x"]
  clean = touch ${mark}
  smudge = touch ${mark}
  process = touch ${mark}
`

test('no repository inside the content folder makes git run a program', async () => {
  const mark = join(folder, 'mark')
  // The words lie in a folder of a repository, and in it everything that makes a folder a repository without files.
  git('init', '-q', '--bare', join(folder, 'inner'))
  renameSync(join(folder, '.git'), join(folder, '..', `${basename(folder)}-git`))
  mkdirSync(join(folder, 'outer'))
  renameSync(join(folder, '..', `${basename(folder)}-git`), join(folder, 'outer/.git'))
  const words = join(folder, 'outer/words')
  mkdirSync(words)
  for (const name of ['publication.yaml', 'topics', 'authors', 'people', 'articles'])
    renameSync(join(folder, name), join(words, name))
  cpSync(join(folder, 'inner'), words, { recursive: true })
  writeFileSync(join(words, 'config'), hostileSettings(mark))
  writeFileSync(join(words, 'articles/.gitattributes'), '*.mdx filter=x diff=x\n')
  spawnSync('git', ['-C', join(folder, 'outer'), 'add', '-A'])
  const author = ['-c', 'user.name=T', '-c', 'user.email=t@example.org']
  spawnSync('git', ['-C', join(folder, 'outer'), ...author, 'commit', '-qm', 'Words'])
  vi.stubEnv('CONTENT_DIR', words)
  writeFileSync(join(words, 'articles/talks.mdx'), story({ publishedAt: '2024-11-22T10:30:00+09:00' }))
  expect(await errors()).toContainEqual(expect.stringContaining('articles/talks.mdx:4:14 publishedAt:'))
  expect(existsSync(mark)).toBe(false)
})

test('the settings of a repository that the content folder brings along make git run no program', async () => {
  const mark = join(folder, 'mark')
  write('.git/config', hostileSettings(mark).replace('bare = true', 'bare = false'))
  write('articles/.gitattributes', '*.mdx filter=x diff=x\n')
  write('articles/talks.mdx', story({ publishedAt: '2024-11-22T10:30:00+09:00' }))
  expect(await errors()).toEqual([expect.stringContaining('articles/talks.mdx:4:14 publishedAt:')])
  expect(existsSync(mark)).toBe(false)
})

test('a repository that the content folder brings along leads to no other one', async () => {
  const other = mkdtempSync(join(tmpdir(), 'dateline-other-'))
  cpSync(folder, other, { recursive: true })
  rmSync(join(folder, '.git'), { recursive: true })
  write('articles/talks.mdx', story({}, 'Nothing is quoted.'))
  writeFileSync(join(folder, '.git'), `gitdir: ${join(other, '.git')}\n`)
  const refused = [expect.stringContaining('its repository keeps its objects or settings elsewhere')]
  expect(await errors()).toEqual(refused)
  rmSync(join(folder, '.git'))
  symlinkSync(join(other, '.git'), join(folder, '.git'))
  expect(await errors()).toEqual(refused)
  rmSync(join(folder, '.git'))
  git('init', '-q')
  const ways = ['objects/info/alternates', 'commondir', 'config', 'config'].map((file) => join(folder, '.git', file))
  const includes = [`[include]\npath = ${other}`, `[core][includeIf "gitdir:/"]path = ${other}`]
  for (const [at, text] of [join(other, '.git/objects'), join(other, '.git'), ...includes].entries()) {
    const before = existsSync(ways[at] ?? '') ? readFileSync(ways[at] ?? '') : undefined
    writeFileSync(ways[at] ?? '', `${text}\n`)
    expect(await errors()).toEqual(refused)
    rmSync(ways[at] ?? '')
    if (before) writeFileSync(ways[at] ?? '', before)
  }
  const [fanOut = ''] = readdirSync(join(other, '.git/objects')).filter((name) => /^\w\w$/.test(name))
  symlinkSync(join(other, '.git/objects', fanOut), join(folder, '.git/objects', fanOut))
  expect(await errors()).toEqual(refused)
  rmSync(other, { recursive: true })
})

test('a text that stands under a thousand names is read once', { timeout: 60_000 }, async () => {
  write('articles/talks.mdx', story({}, 'They met, and parted.\n\n'.repeat(3000)))
  commit()
  write('articles/talks.mdx', story())
  const costOf = async (since: string) => {
    const start = process.cpuUsage()
    await errors(since)
    const { user, system } = process.cpuUsage(start)
    return user + system
  }
  const make = (args: string[], input = '') => {
    const { stdout, stderr, status } = spawnSync('git', ['-C', folder, ...args], { input, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return stdout.trim()
  }
  const tens = (entry: (n: number) => string) =>
    make(['mktree'], Array.from({ length: 10 }, (_, n) => entry(n)).join(''))
  const blob = make(['rev-parse', 'HEAD:articles/talks.mdx'])
  let tree = tens((n) => `100644 blob ${blob}\ts${n}.mdx\n`)
  for (let depth = 0; depth < 2; depth++) {
    const below = tree
    tree = tens((n) => `040000 tree ${below}\td${n}\n`)
  }
  const publication = make(['rev-parse', 'HEAD:publication.yaml'])
  const root = make(['mktree'], `040000 tree ${tree}\tarticles\n100644 blob ${publication}\tpublication.yaml\n`)
  const name = ['-c', 'user.name=T', '-c', 'user.email=t@example.org']
  const bomb = make([...name, 'commit-tree', root, '-m', 'One text, a thousand names'])
  const [one, thousand] = [await costOf('HEAD'), await costOf(bomb)]
  expect(thousand / one).toBeLessThan(30)
})

test.each([5, { a: 'b' }, [null], 'x'])('corrections that are %o are told as what they are', async (corrections) => {
  write('articles/talks.mdx', story({ corrections }, 'Nothing is quoted.'))
  expect(await errors()).toEqual([expect.stringContaining('corrections')])
})
