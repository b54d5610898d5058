import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { prerenderedDir } from '#lib/server/page-cache/prerendered-pages'
import { findProgram } from '#lib/tools/testing/find-program'
import { installVercel } from '#lib/tools/testing/install-vercel'
import { testEditions } from '#lib/tools/testing/test-sites'
import { writeEdition } from '#lib/tools/testing/write-content'

/** `npm run test:production`: tests the built site against the failures that occur in production. */
const folder = '.data/test/life'
const programs = {
  REDIS_SERVER: findProgram('redis-server', 'redis-server'),
  NGINX: findProgram('nginx', 'nginx-light'),
  WRK: findProgram('wrk', 'wrk'),
  VERCEL_COMMAND: installVercel(),
}
// `npm test` leaves a site of this content there that has no prerendered pages.
if (!existsSync(`${folder}/site/${prerenderedDir}`)) {
  const { life } = await testEditions()
  writeEdition(`${folder}/content`, life ?? {})
  run('npm', ['run', '--silent', 'build'], { CONTENT_DIR: `${folder}/content`, PRERENDER_LIMIT: '3' })
  rmSync(`${folder}/site`, { recursive: true, force: true })
  cpSync('.next/standalone', `${folder}/site`, { recursive: true, verbatimSymlinks: true })
}
run('npx', ['--no-install', 'playwright', 'test', '-c', 'e2e/production', ...process.argv.slice(2)], programs)

function run(command: string, args: string[], env: Record<string, string>): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) process.exit(status ?? 1)
}
