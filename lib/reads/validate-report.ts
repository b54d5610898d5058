import { isbot } from 'isbot'
import { z } from 'zod'
import { getEdition } from '#lib/publication/articles'
import { getSite } from '#lib/publication/site'

/** The most bytes a report may have: a slug of 200 bytes with every letter escaped, and room around it. */
const maxBytes = 2048

/** No browser's name is longer; the expressions that tell bots take longer for longer ones. */
const maxUserAgentLength = 512

const report = z.object({ slug: z.string() })

/** The lasting id of the story that a report of a read is about; undefined when the report must not count. */
export async function findStoryRead(request: Request, now: Date): Promise<string | undefined> {
  const { headers } = request
  if (!isReader(headers) || !isOurs(headers) || !isReport(headers)) return undefined
  const slug = report.safeParse(parseJson(await readText(request))).data?.slug.normalize('NFC')
  if (slug === undefined) return undefined
  const { bySlug, moved } = getEdition(now)
  return bySlug.get(moved.get(slug) ?? slug)?.id
}

/** Somebody who reads and has not asked to be left out; fetching ahead is no reading. */
function isReader(headers: Headers): boolean {
  const isLeftOut = headers.get('DNT') === '1' || headers.get('Sec-GPC') === '1'
  const isAhead = /prefetch|prerender/i.test(
    `${headers.get('Sec-Purpose')} ${headers.get('Purpose')} ${headers.get('X-Moz')}`,
  )
  const userAgent = headers.get('User-Agent')
  return !isLeftOut && !isAhead && !!userAgent && !isbot(userAgent.slice(0, maxUserAgentLength))
}

/** From a page of the publication, as far as the browser says. */
function isOurs(headers: Headers): boolean {
  const origin = headers.get('Origin') ?? headers.get('Referer') ?? getSite().url
  const { host } = URL.canParse(origin) ? new URL(origin) : { host: undefined }
  const isOwn = host === new URL(getSite().url).host || (host !== undefined && host === headers.get('Host'))
  return isOwn && (headers.get('Sec-Fetch-Site') ?? 'same-origin') === 'same-origin'
}

const isReport = (headers: Headers) =>
  /^application\/json *(;|$)/i.test(headers.get('Content-Type') ?? '') &&
  Number(headers.get('Content-Length') ?? 0) <= maxBytes

/** The body as far as it may count; the rest of a longer one is not read. */
async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length
    if (bytes > maxBytes) return ''
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
