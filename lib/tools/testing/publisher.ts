import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findCurrent, listPublished } from '#lib/snapshot/current'
import { publishedDir, snapshotDir, sourcesName } from '#lib/snapshot/paths'
import type { Index } from '#lib/types'
import { generateStories } from './generate-stories'
import { linkRepository, runContentStep } from './make-snapshot'
import { documentFile, writeEdition } from './write-content'

/** For tests: a site of 21 stories and its publisher, in a temporary folder. One of the stories is `news`. */
export function openPublisher() {
  const root = mkdtempSync(join(tmpdir(), 'dateline-publish-'))
  const [content, data] = [join(root, 'stories'), join(root, 'data')]
  const news = join(content, 'articles/news.mdx')

  const write = (headline: string, file = news) =>
    writeFileSync(
      file,
      documentFile(
        { headline, dek: 'News.', publishedAt: '2024-11-02T00:00:00Z', authors: ['desk'], topics: ['law'] },
        `${headline}, in full.`,
      ),
    )

  const start = (args: string[] = [], env: Record<string, string> = {}): ChildProcess =>
    spawn(process.execPath, ['lib/commands/run.mjs', 'publish', ...args], {
      cwd: root,
      env: { ...process.env, CONTENT_DIR: content, DATA_DIR: data, ...env },
    })

  /** Runs the publisher until it exits. Returns its exit code and its output. */
  async function publish(args?: string[], env?: Record<string, string>): Promise<[number, string]> {
    const publisher = start(args, env)
    const printed = listen(publisher)
    const [code] = await once(publisher, 'close')
    return [code, printed()]
  }

  const findWhatServes = () => findCurrent(join(root, snapshotDir), data)

  /** The headline of `news` in the current snapshot. Throws if the snapshot is incomplete. */
  function serving(): string | undefined {
    const { folder } = findWhatServes()
    const { articles }: Index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
    for (const name of Object.keys(JSON.parse(readFileSync(join(folder, sourcesName), 'utf8')))) {
      if (name !== 'publication.yaml') readFileSync(join(folder, name))
    }
    if (articles.length !== 21) throw new Error(`${articles.length} stories serve`)
    return articles.find(({ slug }) => slug === 'news')?.headline
  }

  /** The published snapshots, and those on disk. */
  const published = () => listPublished(data).map(({ id }) => id)
  const onDisk = () => readdirSync(join(data, publishedDir)).filter((name) => /^\d/.test(name))
  const buildAnew = () => runContentStep(root, content)
  const close = () => rmSync(root, { recursive: true })

  writeEdition(content, generateStories(20))
  write('First')
  linkRepository(root)
  buildAnew()
  return {
    root,
    content,
    data,
    news,
    write,
    start,
    publish,
    findWhatServes,
    serving,
    published,
    onDisk,
    buildAnew,
    close,
  }
}

/** Everything that a process has printed so far. */
export function listen({ stdout, stderr }: ChildProcess): () => string {
  let printed = ''
  for (const stream of [stdout, stderr]) stream?.on('data', (text) => (printed += text))
  return () => printed
}
