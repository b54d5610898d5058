import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { findBrowser } from '#lib/tools/testing/find-browser'
import { findProgram } from '#lib/tools/testing/find-program'
import { putContent } from '#lib/tools/testing/put-content'
import { testEditions } from '#lib/tools/testing/test-sites'
import { writeEdition } from '#lib/tools/testing/write-content'

/** `npm test`: everything that must hold, from the form of the code to the running site in a real browser. */
const work = '.data/test'
rmSync(work, { recursive: true, force: true })

run('Content', 'npm', ['run', '--silent', 'check:content'])
run('Format and lint', 'npx', ['--no-install', 'biome', 'ci', '.'])
const browser = findBrowser()
findProgram('nginx', 'nginx-light')
const redis = findProgram('redis-server', 'redis-server')
run('Leaks', 'npm', ['run', '--silent', 'scan:leaks'])
const editions = await testEditions()
for (const name of ['empty', 'life']) {
  const content = write(name)
  run(`Build of the test edition "${name}"`, 'npm', ['run', '--silent', 'build'], {
    CONTENT_DIR: content,
    TZ: 'Pacific/Kiritimati',
    PRERENDER_LIMIT: '3',
  })
  cpSync('.next/standalone', `${work}/${name}/site`, { recursive: true, verbatimSymlinks: true })
}
run('Build of the publication', 'npm', ['run', '--silent', 'build'], {
  CONTENT_DIR: 'content',
  TZ: 'America/Los_Angeles',
})
console.log('\n== Content of the other test editions')
for (const name of ['hangul', 'generated']) putContent('.next/standalone', write(name), `${work}/${name}/site`)
run('Types', 'npx', ['--no-install', 'tsc', '--noEmit'])
run('Unit tests', 'npm', ['run', '--silent', 'test:unit'])
run('End to end', 'npm', ['run', '--silent', 'test:e2e'], { BROWSER_PATH: browser, REDIS_SERVER: redis })
console.log('\nAll checks passed.')

/** Writes the content folder of a test edition. */
function write(name: string): string {
  const content = `${work}/${name}/content`
  writeEdition(content, editions[name] ?? {})
  return content
}

function run(what: string, command: string, args: string[], env: Record<string, string> = {}): void {
  console.log(`\n== ${what}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (status === 0) return
  console.error(`\n${what}: failed.`)
  process.exit(status ?? 1)
}
