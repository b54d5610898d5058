import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { emptyFolder } from '#lib/tools/testing/start-site'
import { makeRandom } from './random'
import { repository, startSite } from './site'

const seed = 20_241_123
const count = 2000
const { below, pick, mutate } = makeRandom(seed)

/** A file that exists only if something in a content folder ran a program. */
const mark = join(emptyFolder(), 'ran')

const fields = `headline: A story
dek: What it is about.
publishedAt: 2024-11-22T09:30:00+09:00
authors: [desk]
topics: [news]
`
const body = `They met, and **said** [so](/articles/plain). <Quote by="speaker">We will stay.</Quote>

<Quote by="speaker" on="2024-11-21" source="https://example.org/a">
We will stay.
</Quote>

| a | b |
|---|---|
| 1 | 2 |

* one
  * two[^1]

<PullQuote by="speaker">We will stay.</PullQuote>

<Photo src="photos/a.png" alt="A" credit="B" />

<KeyPoints>
- One
</KeyPoints>

[^1]: A note.
`
const words = [
  ...'<·>·{·}·</Quote>·<Quote by="speaker">·<Quote·<PullQuote>·<Photo ·<KeyPoints>·<>·<!--·<script>'.split('·'),
  ...'<b>·{1+1}·import x from "y"\n·export const x = 1\n·**·*·_·~~·`·```·~~~\n·[·](·!['.split('·'),
  ...'](javascript:x)·[^1]·[^1]: ·|·|-|\n·===·---·\n---\n·\n---js\n·\n\n·\r·\r\n·\t·    ·> ·- ·1. ·# '.split('·'),
  ...'&#0;·&lt;·&bogus;·\\·$·^·&a ·*a·!!js/function ·!!binary ·? ·<<: *a\n·%YAML 1.1\n·"·\'·: ·|\n'.split('·'),
  ...'>-\n·@·{{·[[·null·2024-13-45·__proto__: 1\n·constructor: x\n·toString: x\n'.split('·'),
  ...'corrections: [{at: x}]\n·withdrawn: 1\n·follows: [a]\n·\u0000·\u001b[2J·\u2028·\u202e·\ufeff'.split('·'),
  ...'\ud83d·👩‍👩‍👧·한글·ﷺ'.split('·'),
  `{require('fs').writeFileSync('${mark}','')}`,
  '\u0301'.repeat(50),
]
/** Content that is short to write and may be slow to parse. */
const heaps = [
  ...'**a ·*a **b ·[·![·> ·- ·<KeyPoints>·{·`·a\n·[a](·&a·| a ·[^1] ·~~a·_·<Quote by="speaker">'.split('·'),
]

function makeDocument(): string {
  const text = `---\n${fields}---\n\n${body}`
  const kind = below(20)
  if (kind === 0) return `---\n${fields}---\n\n${pick(heaps).repeat(below(3000))}\n`
  if (kind === 1)
    return `---\n${fields}x: ${pick(['[', '{', '&a [*a, ', '"', '- '])}`.concat(
      pick(['[', '{a: ', '*a, ']).repeat(below(500)),
      '\n---\n',
    )
  return mutate(text, pick([1, 2, 5, 30]), words)
}

const names = [
  ...'articles/NUMBER.mdx·articles/2024/a/NUMBER.mdx·articles/NUMBER.MDX·articles/a NUMBER.mdx'.split('·'),
  ...'articles/-NUMBER.mdx·articles/\u001b[31mNUMBER.mdx·articles/NUMBER.test.ts·photos/NUMBER.png'.split('·'),
  ...'photos/NUMBER.test.ts·photos/NUMBER.svg·people/NUMBER.mdx·topics/NUMBER.mdx·pages/NUMBER.mdx'.split('·'),
  ...'authors/NUMBER.mdx·NUMBER.js·hooks/NUMBER·.hidden/NUMBER'.split('·'),
]

/** Writes a folder with hostile files and a few good ones. */
function writeFolder(folder: string, from: number, files: number): void {
  cpSync(join(repository, '.data/test/life/content/photos/public.png'), join(folder, 'photos/a.png'))
  const good: Record<string, string> = {
    'publication.yaml': 'name: T\ntagline: T\nlanguage: en\ntimeZone: Asia/Seoul\npublisher: T\ntopics: [news]\n',
    'topics/news.mdx': '---\ntitle: News\ndescription: New.\n---\n',
    'authors/desk.mdx': '---\nname: Desk\nkind: organization\n---\n',
    'people/speaker.mdx': '---\nname: Sam\nroles: [{title: Speaker, institution: House, from: 2024-01-01}]\n---\n',
    'articles/plain.mdx': `---\n${fields}---\n\nWords.\n`,
    'articles/changed.mdx': `---\n${fields}---\n\nWords.\n`,
  }
  for (const [file, text] of Object.entries(good)) write(folder, file, text)
  for (let number = from; number < from + files; number++) {
    const name = below(4) > 0 ? `articles/story-${number}.mdx` : pick(names).replace('NUMBER', `story-${number}`)
    const path = join(folder, name)
    const kind = below(40)
    mkdirSync(dirname(path), { recursive: true })
    if (kind === 0) symlinkSync(pick(['/etc/passwd', '/dev/zero', folder, 'plain.mdx', '/usr']), path)
    else if (kind === 1) spawnSync('mkfifo', [path])
    else write(folder, name, makeDocument())
  }
  // A git repository without files of its own, whose settings would run a program.
  const settings = `[core]\n bare = true\n fsmonitor = "touch ${mark}; false"\n pager = touch ${mark}\n[diff]\n external = touch ${mark}\n`
  for (const [file, text] of [
    ['HEAD', 'ref: refs/heads/main\n'],
    ['config', settings],
  ])
    write(folder, String(file), String(text))
  for (const each of ['objects', 'refs/heads']) mkdirSync(join(folder, each), { recursive: true })
}

/** Makes a folder a git repository whose only commit has other versions of some of its files. */
function commit(root: string): void {
  const before = join(root, 'words/articles/changed.mdx')
  const now = readFileSync(before)
  writeFileSync(before, `---\n${fields}---\n\n<Quote by="speaker">Otherwise.</Quote>\n`)
  const git = (...args: string[]) => spawnSync('git', ['-C', root, ...args])
  git('init', '-q')
  git('add', 'words/articles', 'words/publication.yaml')
  git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-qm', 'Words')
  writeFileSync(before, now)
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

type Listed = { file: string; line: number; column: number; field: string; message: string }

/** Runs a command of the repository. Returns its output and exit code. */
function run(command: string[], env: Record<string, string>) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    const child = spawn('npm', ['run', '--silent', ...command], { cwd: repository, env: { ...process.env, ...env } })
    const said = { stdout: '', stderr: '' }
    child.stdout.on('data', (text) => (said.stdout += text))
    child.stderr.on('data', (text) => (said.stderr += text))
    child.on('close', (code) => done({ code, ...said }))
  })
}

test(`${count.toLocaleString('en')} hostile files (seed ${seed}) are refused with a message, or published and shown; none runs anything`, async () => {
  test.setTimeout(1_200_000)
  const [repositoryOfDesk, sound] = [emptyFolder(), emptyFolder()]
  const folder = join(repositoryOfDesk, 'words')
  const batch = 250
  let refused = 0
  for (let from = 0; from < count; from += batch) {
    rmSync(repositoryOfDesk, { recursive: true })
    mkdirSync(folder, { recursive: true })
    writeFolder(folder, from, batch)
    commit(repositoryOfDesk)
    const { code, stdout, stderr } = await run(['check:content', '--', '--json', '--since', 'HEAD'], {
      CONTENT_DIR: folder,
    })
    expect(stderr).toBe('')
    expect(code).toBe(1)
    const errors: Listed[] = JSON.parse(stdout)
    const files = new Set(errors.map(({ file }) => file))
    for (const file of files) expect(errors.filter((error) => error.file === file).length).toBeLessThanOrEqual(21)
    for (const { file, line, column, message } of errors) {
      expect(lstatSync(join(folder, file), { throwIfNoEntry: false }), file).toBeTruthy()
      expect([line > 0, column > 0, message.length > 0]).toEqual([true, true, true])
    }
    expect(errors).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('was public and is gone') }),
    )
    refused += files.size
    cacheValid(folder, sound, files)
  }
  expect(existsSync(mark)).toBe(false)
  // Some files pass and some do not, so the run also tests the code behind the checks.
  const stories = readdirSync(join(sound, 'articles'), { recursive: true }).length
  expect(refused).toBeGreaterThan(count / 4)
  expect(stories).toBeGreaterThan(count / 40)
  await publishAndShow(sound)
  expect(existsSync(mark)).toBe(false)
})

/** Copies the files without errors. */
function cacheValid(folder: string, sound: string, errory: Set<string>): void {
  cpSync(folder, sound, {
    recursive: true,
    filter: (source) => {
      const file = source.slice(folder.length + 1)
      const isKept = /^$|^(articles|photos|people|topics|pages|authors|publication\.yaml)/.test(file)
      return isKept && !errory.has(file)
    },
  })
}

/**
 * Removes files that are valid alone but conflict with files of other folders, such as a quotation with other wording.
 */
async function dropQuarrels(content: string): Promise<void> {
  for (let round = 0; round < 10; round++) {
    const { code, stdout } = await run(['check:content', '--', '--json'], { CONTENT_DIR: content })
    if (code === 0) return
    for (const { file } of JSON.parse(stdout) as Listed[]) rmSync(join(content, file), { force: true })
  }
  throw new Error('The checks find an error in what they found none in')
}

/** Publishes a folder to a new server and requests every story. */
async function publishAndShow(content: string): Promise<void> {
  await dropQuarrels(content)
  const site = await startSite()
  const published = await run(['publish'], { CONTENT_DIR: content, DATA_DIR: site.dataDir })
  expect(published.stderr).toBe('')
  expect(published.code, published.stdout).toBe(0)
  const answers = async (path: string) => (await fetch(site.url + path)).status
  await expect.poll(() => answers('/articles/plain')).toBe(200)
  const slugs = readdirSync(join(content, 'articles'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => file.replace(/^.*\/|\.mdx$/g, ''))
  for (const slug of slugs) {
    const status = await answers(`/articles/${encodeURIComponent(slug)}`)
    expect([slug, [200, 404, 410].includes(status)]).toEqual([slug, true])
  }
  for (const path of ['/', '/latest', '/feed.xml', '/atom.xml', '/people/speaker', '/sitemap.xml', '/search?q=story'])
    expect([path, await answers(path)]).toEqual([path, 200])
  expect(site.log().filter(({ level }) => level === 'error')).toEqual([])
  await site.stop()
}
