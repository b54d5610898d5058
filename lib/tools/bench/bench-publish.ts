import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateStories } from '../testing/generate-stories'
import { writeEdition } from '../testing/write-content'
import { datelineCompetitor } from './dateline-competitor'
import { generators } from './generators'
import { type CommandCost, measureCommand } from './measure-command'
import { measureWatcher } from './measure-watcher'
import { tableRow, tableTop } from './table'

/**
 * `npm run bench -- publish [stories]`: the cost of publishing one changed story, compared with full rebuilds by other
 * generators.
 */
const size = Number(process.argv[2] ?? '12500')
const limit = 1800

const root = mkdtempSync(join(tmpdir(), 'dateline-bench-publish-'))
try {
  console.log(tableTop(['one story changed of', 'by', 'CPU s', 'wall s', 'peak MB']))
  const site = join(root, 'dateline')
  const words = join(site, 'words')
  datelineCompetitor.setUp(site)
  const stories = generateStories(size)
  writeEdition(words, stories)
  const env = { CONTENT_DIR: words, DATA_DIR: join(root, 'data') }
  await measureCommand(['npm', 'run', 'build'], { cwd: site, env, limit })
  const slug = `story-${size}`
  const file = join(words, `articles/${Math.ceil(size / 500)}/${slug}.mdx`)
  const publish = async (what: string) => {
    appendFileSync(file, '\nOne more line.\n')
    tell(what, await measureCommand(['npm', 'run', '--silent', 'publish'], { cwd: site, env, limit }))
  }
  await publish('npm run publish, for the first time')
  await publish('npm run publish')
  const { cpu, wall, slowest } = await measureWatcher({ folder: site, env, file, slug })
  const seen = `${wall.toFixed(2)} until a reader sees it, ${slowest.toFixed(2)} at most`
  console.log(tableRow([size.toLocaleString('en'), 'npm run publish -- --watch', cpu.toFixed(1), seen, '']))
  for (const { name, setUp, command } of generators) {
    const folder = join(root, name)
    setUp(folder, stories)
    tell(`${name}, all anew`, await measureCommand(command, { cwd: folder, env: {}, limit }))
  }
} finally {
  rmSync(root, { recursive: true, force: true })
}

function tell(what: string, { cpu, wall, memory, isStopped }: CommandCost): void {
  const cells = isStopped
    ? [`more than ${limit} of wall time`, '', '']
    : [cpu.toFixed(1), wall.toFixed(1), memory.toFixed(0)]
  console.log(tableRow([size.toLocaleString('en'), what, ...cells]))
}
