import { checkSite } from '#lib/tools/conformance/check-site'
import { crawl } from '#lib/tools/conformance/crawl'
import { formatReport } from '#lib/tools/conformance/report'

/**
 * `npm run conformance -- <address>`: checks a running site against the requirements of platforms. Exits with code 1 on
 * errors.
 */
const address = process.argv[2]
if (!address || !URL.canParse(address)) {
  console.error('Give the address of a running site: npm run conformance -- http://localhost:3000')
  process.exit(1)
}
const { origin } = new URL(address)
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(origin + path, { headers, redirect: 'manual' })

const site = await crawl(get, new Date())
const results = checkSite(site)
console.log(
  `${origin}, which calls itself ${site.origin}: ${site.answers.size} addresses, ${site.pages.size} of them pages\n`,
)
console.log(formatReport(results))
process.exitCode = results.some(({ errors }) => errors.length > 0) ? 1 : 0
