import { spawn } from 'node:child_process'

/** `npm run validate`: checks format, lint and types and runs the unit tests, without a build or a browser. */
const failed: string[] = []

// The types of documents are generated from the content.
await run('Content', 'npm', ['run', '--silent', 'check:content'])
await run('Content step', process.execPath, ['lib/commands/run.mjs', 'make-content'], { CONTENT_DIR: 'content' })
await Promise.all([
  run('Unit tests', 'npm', ['run', '--silent', 'test:unit']),
  run('Format and lint', 'npx', ['--no-install', 'biome', 'ci', '.']).then(() =>
    run('Types', 'npm', ['run', '--silent', 'typecheck']),
  ),
])
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}.`)
  process.exit(1)
}

/** Runs a step and prints its output when it ends, so that the output of parallel steps does not mix. */
async function run(what: string, command: string, args: string[], env: Record<string, string> = {}): Promise<void> {
  const begun = performance.now()
  const child = spawn(command, args, { env: { ...process.env, FORCE_COLOR: '1', ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const code = await new Promise((done) => child.once('close', done))
  console.log(`\n== ${what}: ${((performance.now() - begun) / 1000).toFixed(0)} s\n${said.trimEnd()}`)
  if (code !== 0) failed.push(what)
}
