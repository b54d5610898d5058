import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { frontPagePath, personPath, searchPath, topicPath } from '#lib/rules/links'
import { startSite } from '#lib/tools/testing/start-site'
import { findBrowser } from '../testing/find-browser'
import { installPackages } from './install-packages'
import { median } from './median'
import { tableRow, tableTop } from './table'

/** `npm run bench -- lighthouse`: Lighthouse scores of the built site on a phone, the median of three runs per page. */
const site = 'http://localhost:3234'
const pages = {
  front: frontPagePath,
  article: '/articles/north-korea-troops-russia',
  topic: topicPath('economy'),
  search: searchPath,
  person: personPath('adam-smith'),
}
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const metrics = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'] as const

type Audit = { title: string; displayValue?: string; score: number | null }
type Report = {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, Audit>
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-lighthouse-'))
// The newest version that runs on Node 20. It is too large to be a dependency of the site.
installPackages(folder, ['lighthouse@12.8.2'])
const server = await startSite({ folder: '.next/standalone', port: Number(new URL(site).port) })
try {
  console.log(tableTop(['page', ...categories, ...metrics]))
  for (const [name, path] of Object.entries(pages)) {
    const reports = [1, 2, 3].map(() => look(path))
    const scores = categories.map((category) => median(reports.map((report) => score(report, category))))
    const last = reports.at(-1)
    console.log(tableRow([name, ...scores, ...metrics.map((metric) => last?.audits[metric]?.displayValue ?? '–')]))
    for (const error of new Set(reports.flatMap(errorsOf))) console.log(`${name}: ${error}`)
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true })
}

/**
 * Runs Lighthouse once on a page. Tries at most twice more when Lighthouse loses its own trace and asks for a retry.
 */
function look(path: string, more = 2): Report {
  const file = join(folder, 'report.json')
  const args = [`${site}${path}`, '--output=json', `--output-path=${file}`, '--quiet']
  // Root can run the browser only without its sandbox.
  const flags = `--headless=new${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`
  const { status, stderr } = spawnSync(
    join(folder, 'node_modules/.bin/lighthouse'),
    [...args, `--chrome-flags=${flags}`],
    {
      encoding: 'utf8',
      env: { ...process.env, CHROME_PATH: findBrowser() },
    },
  )
  if (status !== 0 && more > 0 && stderr.includes('Please run Lighthouse again')) return look(path, more - 1)
  if (status !== 0) throw new Error(`Lighthouse failed:\n${stderr}`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

function score(report: Report, category: string): number {
  return Math.round((report.categories[category]?.score ?? 0) * 100)
}

/** The audits that keep a page from 100. */
function errorsOf(report: Report): string[] {
  return categories
    .flatMap((category) => report.categories[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? [])
    .map(({ id }) => report.audits[id])
    .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 0.9)
    .map((audit) => `${audit?.title} ${audit?.displayValue ?? ''}`)
}
