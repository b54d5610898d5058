import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readsPath } from '#lib/rules/links'
import { findProgram } from '../testing/find-program'
import { RedisForTests } from '../testing/redis'
import { median } from './median'

/**
 * `npm run bench -- reads`: the cost of counting: reports per second, the ranking, and the memory of the table of
 * readers.
 */
const port = 3240
const story = 'north-korea-troops-russia'
const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-reads-'))
const wrk = findProgram('wrk', 'wrk')

if (!existsSync('.next/standalone/server.js')) throw new Error('There is no build yet. Run "npm run build" first')
const redis = new RedisForTests()
await redis.start()
try {
  await measureReports('SQLite', {})
  await measureReports('Redis', { REDIS_URL: redis.url })
} finally {
  await redis.stop()
}
for (const measurement of ['ranking', 'readers']) {
  const { status } = spawnSync('npx', ['--no-install', 'tsx', `lib/tools/bench/measure-${measurement}.ts`], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** Accepted reports, each of a different reader, compared with reports that are refused at the first check. */
async function measureReports(store: string, env: Record<string, string>): Promise<void> {
  const server = spawn(process.execPath, ['server.js'], {
    cwd: '.next/standalone',
    env: { ...process.env, ...env, PORT: `${port}`, HOSTNAME: 'localhost', TRUSTED_PROXIES: '1', DATA_DIR: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await setTimeout(4000)
    const turns = Array.from({ length: 3 }, () => [post('counted'), post('refused')] as const)
    const [counted, refused] = [0, 1].map((place) => median(turns.map((turn) => turn[place as 0 | 1])))
    console.log(
      `${store}: ${counted?.toFixed(0)} accepted reports a second, ${refused?.toFixed(0)} that nobody counts: ratio ${((counted ?? 0) / (refused ?? 1)).toFixed(2)}`,
    )
  } finally {
    // A server that drains would hold the port for seconds.
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
}

function post(kind: 'counted' | 'refused'): number {
  const script = join(folder, `${kind}.lua`)
  writeFileSync(
    script,
    `local reader = os.time() * 1000
request = function()
  reader = reader + 1
  local address = string.format('10.%d.%d.%d', math.floor(reader / 65536) % 256, math.floor(reader / 256) % 256, reader % 256)
  return wrk.format('POST', '${readsPath}', {
    ['Content-Type'] = 'application/json', ['X-Forwarded-For'] = address,
    ['User-Agent'] = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0'${kind === 'refused' ? ", ['DNT'] = '1'" : ''}
  }, '{"slug":"${story}"}')
end`,
  )
  const { stdout } = spawnSync(wrk, ['-t1', '-c16', '-d3s', '-s', script, `http://localhost:${port}`], {
    encoding: 'utf8',
  })
  return Number(/Requests\/sec:\s*([\d.]+)/.exec(stdout)?.[1])
}
