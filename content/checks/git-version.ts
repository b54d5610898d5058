import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { contentDir } from '#content/content-dir'
import { fileKinds } from './content-files'

/** A story's file as an earlier version of the content folder has it; files of one `id` have one text. */
export type EarlierFile = { file: string; id: string; text: string }

/** So many files are compared at most: a repository can name one file under a million paths in a few bytes. */
const maxFiles = 200_000

/** The bytes of a file of today, or nothing where there is none that may be read. */
type ReadToday = (file: string) => Buffer | undefined

/**
 * The files of stories that read otherwise, or are elsewhere, in an earlier version of the content folder. Throws, in
 * words for its operator, when git cannot tell.
 *
 * Git reads objects by their ids and nothing else. It compares no working files, so no filter, hook, diff driver or file
 * monitor has a reason to run, and no folder below the content folder is ever taken for a repository.
 */
export function readEarlierStories(ref: string, readToday: ReadToday): EarlierFile[] {
  const { gitDir, prefix } = findRepository()
  const git = (args: string[], input = '') => runGit(gitDir, args, input)
  const commit = text(git(['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`])).trim()
  git(['cat-file', '-e', `${commit}:${prefix}publication.yaml`])
  const algorithm = text(git(['rev-parse', '--show-object-format'])).trim()
  const changed = text(git(['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', `${prefix}articles`]))
    .split('\0')
    .flatMap((line) => {
      const [, id = '', size = '', path = ''] = /^100\d{3} blob (\w+) +(\d+)\t(.+)$/s.exec(line) ?? []
      return path.endsWith('.mdx') ? [{ id, size: Number(size), file: path.slice(prefix.length) }] : []
    })
    .filter(({ id, file }) => id !== toBlobId(algorithm, readToday(file)))
  const large = changed.find(({ size }) => size > fileKinds.articles.maxBytes)
  if (large) throw new Error(`${large.file} is larger there than a story may be`)
  if (changed.length > maxFiles) throw new Error(`more than ${maxFiles.toLocaleString('en')} stories differ there`)
  const ids = [...new Set(changed.map(({ id }) => id))]
  const blobs = splitBatch(git(['cat-file', '--batch'], ids.map((id) => `${id}\n`).join('')))
  const texts = new Map(ids.map((id, index) => [id, text(blobs[index] ?? Buffer.of())]))
  return changed.map(({ file, id }) => ({ file, id, text: texts.get(id) ?? '' }))
}

/** The repository around the content folder, and where the folder lies in it (`content/`; empty for all of it). */
function findRepository(): { gitDir: string; prefix: string } {
  const content = realpathSync(contentDir())
  let root = content
  while (!existsSync(join(root, '.git'))) {
    if (dirname(root) === root) throw new Error('not a git repository (or any of the parent directories)')
    root = dirname(root)
  }
  if (root === content) refuseForeign(join(root, '.git'))
  const prefix = relative(root, content).split(sep).join('/')
  return { gitDir: join(root, '.git'), prefix: prefix === '' ? '' : `${prefix}/` }
}

/** Files of a repository that lead to the objects or settings of another one (gitrepository-layout). */
const leadsElsewhere = ['objects/info/alternates', 'objects/info/http-alternates', 'commondir', 'config.worktree']

/** What a content folder brings along may not lead to another repository. */
function refuseForeign(gitDir: string): void {
  const isPlain =
    lstatSync(gitDir).isDirectory() &&
    readdirSync(gitDir, { recursive: true, withFileTypes: true }).every(
      (entry) => entry.isFile() || entry.isDirectory(),
    )
  const isOwn = isPlain && !leadsElsewhere.some((file) => existsSync(join(gitDir, file)))
  if (isOwn && !includesSettings(join(gitDir, 'config'))) return
  throw new Error(
    'its repository keeps its objects or settings elsewhere. Clone it anew, without links to other repositories',
  )
}

/** Does a file of settings lead to others? Git itself reads it, and follows nothing. */
function includesSettings(file: string): boolean {
  const names = text(runGit(devNull, ['config', '--file', file, '--no-includes', '--list', '--name-only', '-z'], ''))
  return names.split('\0').some((name) => /^include(if)?\./i.test(name))
}

/** What keeps a repository's own settings from running a program or asking another machine. */
const settings = [
  ...['safe.bareRepository=explicit', 'core.fsmonitor=false', `core.hooksPath=${devNull}`],
  ...['core.pager=cat', 'protocol.allow=never', 'core.alternateRefsCommand='],
].flatMap((setting) => ['-c', setting])

const environment = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_NO_LAZY_FETCH: '1',
  // Allows no protocol, whatever a repository's settings say.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
} as unknown as NodeJS.ProcessEnv

/** How long one command of git may take, in milliseconds. */
const maxMs = 20_000

function runGit(gitDir: string, args: string[], input: string): Buffer {
  const { error, status, stdout, stderr } = spawnSync(
    'git',
    [`--git-dir=${gitDir}`, '--no-pager', ...settings, ...args],
    { cwd: tmpdir(), env: environment, input, maxBuffer: 2 ** 29, timeout: maxMs },
  )
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT') throw new Error('git does not answer')
  if (error) throw new Error(`git cannot be run: ${error.message}`)
  if (status === 0) return stdout
  const [reason = ''] = text(stderr).trim().split('\n')
  throw new Error(reason.replace(/^fatal: /, '') || `git ${args[0]} failed`)
}

/** The id that git gives to a file's bytes (gitformat-pack: the hash of `blob <bytes>\0` and the bytes). */
const toBlobId = (algorithm: string, bytes: Buffer | undefined) =>
  bytes && hash(algorithm, Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]))

/** The blobs of `git cat-file --batch`: each `<id> blob <bytes>`, a line end, the bytes, and a line end. */
function splitBatch(output: Buffer): Buffer[] {
  const blobs: Buffer[] = []
  for (let at = 0; at < output.length; ) {
    const start = output.indexOf('\n', at) + 1
    const length = Number(/ blob (\d+)\n$/.exec(text(output.subarray(at, start)))?.[1])
    if (!Number.isSafeInteger(length)) throw new Error(`git cannot read "${text(output.subarray(at, start)).trim()}"`)
    blobs.push(output.subarray(start, start + length))
    at = start + length + 1
  }
  return blobs
}

const text = (bytes: Buffer) => bytes.toString('utf8')
