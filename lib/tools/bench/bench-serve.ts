import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildStockSite } from '../testing/build-stock-site'
import { findProgram } from '../testing/find-program'
import { runNginx } from '../testing/run-nginx'
import { benchLongTail } from './long-tail'
import { median } from './median'

/**
 * `npm run bench -- serve [stories]`: how many requests per second each server answers for one story; then the cost of
 * pages that were never requested before, and how soon a server of this many stories is ready.
 */
const story = '/articles/north-korea-troops-russia'
const ports = { ours: 3230, stock: 3231, cached: 3232, plain: 3233, open: 3234 }

/** The servers and the encoding that the benchmark requests from each. */
const competitors = {
  ours: [ports.ours, 'gzip'],
  stock: [ports.stock, 'gzip'],
  oursAsIs: [ports.ours, 'identity'],
  stockAsIs: [ports.stock, 'identity'],
  cached: [ports.cached, 'gzip'],
  files: [ports.plain, 'gzip'],
  openFiles: [ports.open, 'gzip'],
} as const

if (!existsSync('.next/standalone/server.js')) throw new Error('There is no build yet. Run "npm run build" first')
const wrk = findProgram('wrk', 'wrk')
const next = resolve('node_modules/next/dist/bin/next')
const stockSite = '.data/bench/stock'
const plain = resolve('.data/bench/plain')
const keptOpen = 'open_file_cache max=100 inactive=60s;'
const servers: ChildProcess[] = []
try {
  servers.push(run('.next/standalone', ['server.js'], ports.ours))
  buildStockSite('.next/standalone', stockSite)
  servers.push(run(stockSite, [next, 'start'], ports.stock))
  await Promise.all([ports.ours, ports.stock].map(get))
  writePlainFiles(await get(ports.ours))
  servers.push(
    runNginx(ports.cached, `localhost:${ports.ours}`, plainServer(ports.plain) + plainServer(ports.open, keptOpen)),
  )
  await Promise.all([ports.cached, ports.plain, ports.open].map(get))

  const { ours, stock, oursAsIs, stockAsIs, cached, files, openFiles } = measureInTurns()
  console.log('requests a second, compressed unless said')
  console.log(`${row(ours)}   npm start`)
  console.log(`${row(stock)}   stock next start: npm start is ${(ours / stock).toFixed(1)} times that`)
  console.log(`${row(oursAsIs)}   npm start, not compressed`)
  console.log(`${row(stockAsIs)}   stock, not compressed: npm start is ${(oursAsIs / stockAsIs).toFixed(1)} times that`)
  console.log(
    `${row(files)}   nginx, plain files compressed at rest: npm start is ${(ours / files).toFixed(2)} of that`,
  )
  console.log(
    `${row(openFiles)}   nginx, the same files kept open: npm start is ${(ours / openFiles).toFixed(2)} of that`,
  )
  console.log(
    `${row(cached)}   nginx before npm start, as deployed: ${(cached / files).toFixed(2)} of plain files, ${(cached / openFiles).toFixed(2)} of those kept open`,
  )
} finally {
  for (const server of servers) server.kill()
}
await benchLongTail(wrk, Number(process.argv[2] ?? '12500'))

function run(folder: string, args: string[], port: number): ChildProcess {
  const env = { ...process.env, PORT: String(port), HOSTNAME: 'localhost', NODE_ENV: 'production' as const }
  return spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Requests the story from a port once the server there answers. Gives up after 30 seconds. */
async function get(port: number): Promise<string> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const response = await fetch(`http://localhost:${port}${story}`).catch(() => undefined)
    if (response?.ok) return response.text()
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`Nothing answers on port ${port}`)
}

function plainServer(port: number, more = ''): string {
  return `server { listen ${port}; root ${plain}; default_type text/html; gzip_static on; ${more} }\n`
}

function writePlainFiles(html: string): void {
  mkdirSync(`${plain}/articles`, { recursive: true })
  writeFileSync(plain + story, html)
  writeFileSync(`${plain}${story}.gz`, gzipSync(html, { level: 9 }))
}

/** Medians of five turns, so that other work on the machine affects all competitors equally. */
function measureInTurns(): Record<keyof typeof competitors, number> {
  const turns = Array.from({ length: 5 }, () => Object.values(competitors).map(measure))
  const medians = Object.keys(competitors).map((name, place) => [name, median(turns.map((turn) => turn[place] ?? 0))])
  return Object.fromEntries(medians)
}

/** Requests per second over 16 connections. */
function measure([port, encoding]: readonly [number, string]): number {
  const args = ['-t1', '-c16', '-d2s', '-H', `Accept-Encoding: ${encoding}`, `http://localhost:${port}${story}`]
  const { stdout } = spawnSync(wrk, args, { encoding: 'utf8' })
  if (stdout.includes('Non-2xx')) throw new Error(`Port ${port} answered with errors:\n${stdout}`)
  return Number(/Requests\/sec:\s*([\d.]+)/.exec(stdout)?.[1])
}

function row(rate: number): string {
  return rate.toFixed(0).padStart(8)
}
