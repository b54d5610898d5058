import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildStockSite } from '../testing/build-stock-site'
import { generateStories } from '../testing/generate-stories'
import { putContent } from '../testing/put-content'
import { runNginx } from '../testing/run-nginx'
import { writeEdition } from '../testing/write-content'
import { tableRow, tableTop } from './table'

const ports = { ours: 3236, stock: 3237, front: 3238, plain: 3239 }

/** How many stories are requested from Next alone, which takes long for each. */
const stockSample = 1000

/**
 * Requests many different stories once each, over 16 connections, so that no page is in memory: from one process of
 * ours, from Next alone with the same pages, and from nginx with plain files. Prints pages per second and the server's
 * cost per page.
 */
export async function benchLongTail(wrk: string, stories: number): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'dateline-bench-tail-'))
  const servers: ChildProcess[] = []
  try {
    const site = makeSite(root, stories)
    const stock = resolve('.data/bench/stock-tail')
    buildStockSite(site, stock, { env: { PRERENDER_LIMIT: '0' } })
    const next = resolve('node_modules/next/dist/bin/next')
    const ours = start(servers, site, ['server.js'], ports.ours)
    const theirs = start(servers, stock, [next, 'start'], ports.stock)
    await Promise.all([ports.ours, ports.stock].map(waitFor))
    for (const port of [ports.ours, ports.stock]) ask(wrk, port, 0, 60, undefined)
    const rows = [
      ['one process of ours', ask(wrk, ports.ours, 100, stories - 100, ours)],
      ['Next alone, the same pages', ask(wrk, ports.stock, 100, Math.min(stockSample, stories - 100), theirs)],
      ['one process of ours, from memory as far as it holds', ask(wrk, ports.ours, 100, stories - 100, ours)],
    ] as const
    const name = `${stories.toLocaleString('en')} different stories`
    console.log(tableTop([name, 'asked for', 'a second', 'CPU ms a page']))
    for (const [who, { asked, rate, cpu }] of rows) console.log(tableRow([who, asked, rate.toFixed(0), cpu.toFixed(2)]))
    await writePlainFiles(root, stories)
    servers.push(runNginx(ports.front, `localhost:${ports.ours}`, plainServer(root)))
    await waitFor(ports.plain)
    const plain = ask(wrk, ports.plain, 100, stories - 100, undefined)
    console.log(tableRow(['nginx, plain files compressed at rest', plain.asked, plain.rate.toFixed(0), '']))
    const [own, other] = [rows[0][1], rows[1][1]]
    console.log(`A page costs ${(other.cpu / own.cpu).toFixed(1)} times less than with Next alone.`)
  } finally {
    for (const server of servers) server.kill()
    rmSync(root, { recursive: true, force: true })
  }
}

/** The server folder of the last build, with this many generated stories in it. */
function makeSite(root: string, stories: number): string {
  const [words, site] = [join(root, 'words'), join(root, 'site')]
  writeEdition(words, generateStories(stories))
  putContent('.next/standalone', words, site)
  return site
}

function start(servers: ChildProcess[], folder: string, args: string[], port: number): ChildProcess {
  const data = mkdtempSync(join(tmpdir(), 'dateline-bench-data-'))
  const env = {
    ...process.env,
    PORT: `${port}`,
    HOSTNAME: 'localhost',
    DATA_DIR: data,
    NODE_ENV: 'production' as const,
  }
  const server = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] })
  servers.push(server)
  return server
}

async function waitFor(port: number): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    // No keep-alive: the server would close the connection during a measurement.
    const response = fetch(`http://localhost:${port}/articles/story-1`, { headers: { Connection: 'close' } })
    if (await response.catch(() => undefined)) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`Nothing answers on port ${port}`)
}

/** Requests `count` stories after the first `first`, each once. CPU time is that of `server`. */
function ask(wrk: string, port: number, first: number, count: number, server: ChildProcess | undefined) {
  const script = join(mkdtempSync(join(tmpdir(), 'dateline-wrk-')), 'tail.lua')
  writeFileSync(
    script,
    `local asked, answered = ${first}, 0
request = function()
  asked = asked + 1
  return wrk.format("GET", "/articles/story-" .. math.min(asked, ${first + count}))
end
response = function(status)
  if status ~= 200 then print("status " .. status) end
  answered = answered + 1
  if answered >= ${count} then os.exit(0) end
end`,
  )
  const before = server ? cpuOf(server.pid ?? 0) : 0
  const begun = performance.now()
  const args = ['-t1', '-c16', '-d1800s', '--timeout', '30s', '-H', 'Accept-Encoding: gzip', '-s', script]
  const { stdout } = spawnSync(wrk, [...args, `http://localhost:${port}`], { encoding: 'utf8' })
  if (/status|Socket errors/.test(stdout))
    throw new Error(`Port ${port} answered with errors:\n${stdout.slice(0, 500)}`)
  const seconds = (performance.now() - begun) / 1000
  const cpu = server ? (cpuOf(server.pid ?? 0) - before) / count : 0
  return { asked: count, rate: count / seconds, cpu }
}

/** The CPU time of a process and its children in milliseconds. Linux counts it in hundredths of a second. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const own = (Number(fields[11]) + Number(fields[12])) * 10
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return children.reduce((sum, child) => sum + cpuOf(Number(child)), own)
}

/** Writes what our server sends for each story as files, which nginx sends unchanged. */
async function writePlainFiles(root: string, stories: number): Promise<void> {
  mkdirSync(join(root, 'plain/articles'), { recursive: true })
  for (let number = 1; number <= stories; number++) {
    const path = `/articles/story-${number}`
    const response = await fetch(`http://localhost:${ports.ours}${path}`, {
      headers: { 'Accept-Encoding': 'identity', Connection: 'close' },
    })
    writeFileSync(join(root, 'plain', path), Buffer.from(await response.arrayBuffer()))
  }
  const { status } = spawnSync('gzip', ['--keep', '--recursive', '-5', join(root, 'plain')])
  if (status !== 0) throw new Error('gzip is missing')
}

const plainServer = (root: string) =>
  `server { listen ${ports.plain}; root ${root}/plain; default_type text/html; gzip_static on; open_file_cache max=20000; }\n`
