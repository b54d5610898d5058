import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'

/** `npm run bench -- [part] [its arguments]`: runs one benchmark or all. Compare ratios within one run, not times. */
const parts = ['content', 'build', 'publish', 'dev', 'pages', 'renders', 'serve', 'reads', 'search', 'lighthouse']
const [part, ...rest] = process.argv.slice(2)
if (part && !parts.includes(part)) {
  console.error(`There is no part "${part}". The parts are ${parts.join(' and ')}.`)
  process.exit(1)
}
console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`)
for (const one of part ? [part] : parts) {
  console.log(`\n== ${one}`)
  const { status } = spawnSync('npx', ['--no-install', 'tsx', `lib/tools/bench/bench-${one}.ts`, ...rest], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}
