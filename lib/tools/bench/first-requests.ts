import { articlePath } from '#lib/rules/links'
import { startSite } from '#lib/tools/testing/start-site'
import { median } from './median'

const port = 3235
const sample = 40
const atOnce = 4

/**
 * The first request for a page: milliseconds from request to complete page, alternating between stories that were
 * rendered at build and the oldest ones. Then checks that every story answers.
 */
export async function measureFirstRequests(folder: string, slugs: string[]): Promise<string> {
  const server = await startSite({ folder, port })
  try {
    for (const slug of slugs.slice(sample, 2 * sample)) await visit(slug)
    const [newest, oldest] = [slugs.slice(0, sample), slugs.slice(-sample)]
    const times: [number, number][] = []
    for (const [place, slug] of newest.entries()) times.push([await visit(slug), await visit(oldest[place] ?? '')])
    const [rendered, old] = [0, 1].map((side) => median(times.map((pair) => pair[side as 0 | 1])))
    const queue = slugs.values()
    const askRest = async () => {
      for (const slug of queue) await visit(slug)
    }
    await Promise.all(Array.from({ length: atOnce }, askRest))
    const ratio = ((old ?? 0) / (rendered ?? 1)).toFixed(2)
    return `first request of a story: rendered at build ${rendered?.toFixed(1)} ms, one of the oldest ${old?.toFixed(1)} ms: ratio ${ratio}. All ${slugs.length} stories answer.`
  } finally {
    await server.stop()
  }
}

/** Milliseconds until the whole story arrived. Throws if it does not answer. */
async function visit(slug: string): Promise<number> {
  const start = performance.now()
  const response = await fetch(`http://localhost:${port}${articlePath(slug)}`)
  const html = await response.text()
  if (!response.ok || !html.includes('</html>')) throw new Error(`${slug} answers ${response.status}`)
  return performance.now() - start
}
