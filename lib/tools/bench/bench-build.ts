import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateStories } from '../testing/generate-stories'
import { writeEdition } from '../testing/write-content'
import { astroCompetitor } from './astro-competitor'
import type { BuildCompetitor } from './build-competitor'
import { datelineCompetitor } from './dateline-competitor'
import { eleventyCompetitor } from './eleventy-competitor'
import { type CommandCost, measureCommand } from './measure-command'
import { stockCompetitor } from './stock-competitor'
import { tableRow, tableTop } from './table'

/**
 * `npm run bench -- build [sizes] [names]`: the cost of a first build, and of a build after one changed story, by
 * number of stories.
 */
const sizes = (process.argv[2] ?? '200,2000,12500').split(',').map(Number)
const wanted = process.argv[3]?.toLowerCase().split(',')
const competitors = [datelineCompetitor, stockCompetitor, astroCompetitor, eleventyCompetitor].filter(
  ({ name }) => wanted?.some((start) => name.toLowerCase().startsWith(start)) ?? true,
)

/** A build is stopped after this many seconds. */
const limit = 1800

const root = mkdtempSync(join(tmpdir(), 'dateline-bench-build-'))
const visits: string[] = []
try {
  console.log(tableTop(['stories', 'site', 'build', 'CPU s', 'wall s', 'CPU ms a story', 'peak MB', 'disk MB']))
  for (const competitor of competitors) {
    competitor.setUp(join(root, competitor.name))
    for (const size of sizes) await compare(competitor, size)
    rmSync(join(root, competitor.name), { recursive: true })
  }
  for (const visit of visits) console.log(`\n${visit}`)
} finally {
  rmSync(root, { recursive: true, force: true })
}

async function compare(competitor: BuildCompetitor, size: number): Promise<void> {
  const site = join(root, competitor.name)
  const { output, lost } = competitor
  writeEdition(join(site, 'words'), generateStories(size))
  for (const path of output) rmSync(join(site, path), { recursive: true, force: true })
  const first = await build(competitor, size, 'first')
  if (first.isStopped) return
  appendFileSync(join(site, `words/articles/${Math.ceil(size / 500)}/story-${size}.mdx`), '\nOne more line.\n')
  for (const path of lost) rmSync(join(site, path), { recursive: true, force: true })
  await build(competitor, size, 'one story changed')
  if (competitor.visit) visits.push(`${size} stories: ${await competitor.visit(site, size)}`)
}

async function build({ name, env, output }: BuildCompetitor, size: number, kind: string): Promise<CommandCost> {
  const cwd = join(root, name)
  const cost = await measureCommand(['npm', 'run', 'build'], { cwd, env, limit })
  const disk = output.reduce((sum, path) => sum + megabytesIn(join(cwd, path)), 0)
  const more = cost.isStopped ? 'more than ' : ''
  const values = [cost.cpu, cost.wall, (cost.cpu / size) * 1000].map((value) => more + value.toFixed(1))
  console.log(tableRow([size, name, kind, ...values, cost.memory.toFixed(0), disk.toFixed(0)]))
  for (const [, step = '', wall = '', cpu = ''] of cost.output.matchAll(/^(.+): ([\d.]+) s, ([\d.]+) s of CPU time$/gm))
    console.log(tableRow([size, `${name}: ${step}`, kind, cpu, wall, ((Number(cpu) / size) * 1000).toFixed(1), '', '']))
  return cost
}

/** The disk space of a folder; 0 if it does not exist. */
function megabytesIn(folder: string): number {
  return Number.parseInt(spawnSync('du', ['-sm', folder], { encoding: 'utf8' }).stdout || '0', 10)
}
