import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { findBrowser } from '#lib/tools/testing/find-browser'
import { findProgram } from '#lib/tools/testing/find-program'
import { putContent } from '#lib/tools/testing/put-content'
import { testEditions } from '#lib/tools/testing/test-sites'
import { writeEdition } from '#lib/tools/testing/write-content'

/** `npm test`: runs every check, from code style to the running site in a real browser. */
const work = '.data/test'
rmSync(work, { recursive: true, force: true })

const browser = findBrowser()
findProgram('nginx', 'nginx-light')
const redis = findProgram('redis-server', 'redis-server')
run('Format, lint, types and unit tests', 'npm', ['run', '--silent', 'validate'])
run('Integration tests', 'npm', ['run', '--silent', 'test:integration'])
run('Leaks', 'npm', ['run', '--silent', 'scan:leaks'])
const editions = await testEditions()
run('Build of the publication', 'npm', ['run', '--silent', 'build'], {
  CONTENT_DIR: 'content',
  TZ: 'America/Los_Angeles',
})
console.log('\n== Content of the test editions')
for (const name of Object.keys(editions)) putContent('.next/standalone', write(name), `${work}/${name}/site`)
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
