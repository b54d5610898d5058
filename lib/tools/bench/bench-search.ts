import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { snapshotDir } from '#lib/snapshot/paths'
import { writeSearchCorpus } from './bench-search-corpus'
import type { Built, Served } from './bench-search-engines'

/**
 * `npm run bench -- search`: the search index compared with MiniSearch on the same stories, each step in its own
 * process.
 */
const engines = ['SQLite', 'MiniSearch']

function compare(size: number): void {
  const root = mkdtempSync(join(tmpdir(), 'dateline-bench-search-'))
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  mkdirSync(join(root, snapshotDir), { recursive: true })
  writeSearchCorpus(root, size)
  console.log(`\n${size} stories   index, s   on disk, MB   building, MB   ready, ms   serving, MB`)
  const served = engines.map((engine) => {
    const built = run<Built>(root, 'build', engine)
    const result = run<Served>(root, 'serve', engine)
    const row = [built.seconds, built.size, built.memory, result.readyMs, result.memory]
    console.log(line(engine, row, [8, 11, 12, 9, 11]))
    return result
  })
  console.log(`\n${'query'.padEnd(24)}  ${engines.map((engine) => `${engine}: a second, p50, p99 ms`).join('   ')}`)
  for (const [place, { kind, stories }] of (served[0]?.kinds ?? []).entries()) {
    const cells = served.map(({ kinds }) => kinds[place]).map((cell) => [cell?.perSecond, cell?.p50, cell?.p99])
    console.log(`${`${kind} (${stories})`.padEnd(24)}  ${cells.map((cell) => line('', cell, [10, 9, 9])).join('   ')}`)
  }
  rmSync(root, { recursive: true })
}

/** Runs one step of one engine in its own process, so that its memory is measured alone. */
function run<Result>(root: string, step: string, engine: string): Result {
  const script = resolve('lib/tools/bench/bench-search-engines.ts')
  const { stdout, stderr, status } = spawnSync('npx', ['--no-install', 'tsx', script, step, engine], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=8192' },
  })
  if (status !== 0) throw new Error(`${engine} failed: ${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

const line = (name: string, values: (number | undefined)[], widths: number[]) =>
  `${name.padEnd(name ? 15 : 0)}${values
    .map((value = 0, index) => value.toFixed(value < 10 ? 2 : 0).padStart((widths[index] ?? 0) + 1))
    .join('  ')}`

for (const size of (process.argv[2] ?? '12500,50000').split(',').map(Number)) compare(size)
