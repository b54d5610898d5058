import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateStories } from '../testing/generate-stories'
import { writeEdition } from '../testing/write-content'

/** `npm run bench -- content [sizes]`: the cost per story in small and in large folders. */
const sizes = (process.argv[2] ?? '1000,8000').split(',').map(Number)

/** Runs one measurement in its own process: milliseconds per story in the body pipeline and in Contentlayer. */
type Cost = { body: number; step: number; peakMemory: number }

function measure(count: number): Cost {
  const folder = join(tmpdir(), `dateline-bench-${count}`)
  writeEdition(folder, generateStories(count))
  const { stdout, status, stderr } = spawnSync('npx', ['--no-install', 'tsx', 'lib/tools/bench/measure-content.ts'], {
    env: { ...process.env, CONTENT_DIR: folder },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The content step failed at ${count} stories: ${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

console.log('stories   body pipeline, ms a story   content step, ms a story   peak memory, MB')
const costs = sizes.map((count) => {
  const cost = measure(count)
  const row = [cost.body.toFixed(3), cost.step.toFixed(3), cost.peakMemory.toFixed(0)]
  console.log(
    `${String(count).padStart(7)}   ${row.map((value, index) => value.padStart([25, 24, 16][index] ?? 0)).join('   ')}`,
  )
  return cost
})
const [first, last] = [costs[0], costs.at(-1)]
if (first && last) {
  console.log(
    `\nA story at ${sizes.at(-1)} costs ${(last.body / first.body).toFixed(2)} of one at ${sizes[0]} in the body pipeline,`,
  )
  console.log(`and ${(last.step / first.step).toFixed(2)} in the content step.`)
}
