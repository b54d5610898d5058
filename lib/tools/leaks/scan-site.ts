import { readsPath } from '#lib/rules/links'
import { crawl, type Get } from '../conformance/crawl'
import { closedGuesses, type Guess, programGuesses, searchGuesses } from './guesses'
import { findMarks, hiddenStates, type Leak } from './leak'
import { hiddenSlug } from './leak-edition'

/**
 * Reads hidden stories as a reader would report it, asks a running site for everything that its pages and sitemaps lead
 * to and for what may be guessed, and returns the marks in what it answers, what it does not answer properly, and how
 * many answers there were.
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
