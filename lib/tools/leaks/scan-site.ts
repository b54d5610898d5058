import { readsPath } from '#lib/rules/links'
import { crawl, type Get } from '../conformance/crawl'
import { closedGuesses, type Guess, programGuesses, searchGuesses } from './guesses'
import { findMarks, hiddenStates, type Leak } from './leak'
import { hiddenSlug } from './leak-edition'

/**
 * Reports reads of hidden stories, as a reader would. Requests everything that the pages and sitemaps of a running site
 * link to, and addresses that may be guessed. Returns the marks in the responses, the responses with a wrong status,
 * and the number of responses.
 */
export async function scanSite(get: Get, post: (path: string, body: string) => Promise<Response>, now: Date) {
  const leaks: Leak[] = []
  let answers = 0
  const watched: Get = async (path, headers = {}) => {
    const response = await get(path, headers)
    const body = Buffer.from(await response.arrayBuffer())
    answers += 1
    if (response.status === 429 || response.status >= 500)
      leaks.push({ where: path, what: `answers ${response.status}` })
    const asked = decodeURIComponent(path.replace(/%(?![\da-f]{2})/gi, '%25'))
    const said = [...response.headers].map(([name, value]) => `${name}: ${decodeURIComponent(value)}`).join('\n')
    for (const what of [...findMarks(said, asked), ...findMarks(body, asked)]) leaks.push({ where: path, what })
    const hasBody = ![204, 304].includes(response.status)
    return new Response(hasBody ? body : null, { status: response.status, headers: response.headers })
  }
  for (const state of hiddenStates) await post(readsPath, JSON.stringify({ slug: hiddenSlug(state) }))
  await crawl(watched, now)
  for (const { path, headers } of [...searchGuesses(), ...programGuesses()]) await watched(path, headers)
  for (const guess of closedGuesses()) {
    const { status } = await watched(guess.path, guess.headers)
    if (status === 200) leaks.push({ where: format(guess), what: 'answers 200' })
  }
  return { leaks, answers }
}

const format = ({ path, headers }: Guess) => (headers ? `${path} ${JSON.stringify(headers)}` : path)
