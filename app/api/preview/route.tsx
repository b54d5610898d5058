import type { ReactNode } from 'react'
import { previewStory } from '#app/preview'
import { renderPage } from '#app/render-page'
import { Notice } from '#components/notice'
import { getStoryInAnyState } from '#lib/articles'
import { count } from '#lib/count'
import { articlePath, previewPath } from '#lib/links'
import { welcome } from '#lib/server/preview-guests'

export const dynamic = 'force-dynamic'

/** A story in whatever state, for those who have the secret. Without PREVIEW_SECRET the gate lets nobody through. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date()
  const asked = new URL(request.url).searchParams
  const welcomed = welcome(asked.get('secret') ?? '', request.headers, now)
  if (welcomed.kind === 'too many') {
    const wait = { 'Retry-After': String(welcomed.wait) }
    return notice(429, 'Too many tries', `Try again in ${count(welcomed.wait, 'second', 'seconds')}.`, wait)
  }
  if (welcomed.kind === 'stranger') {
    return notice(401, 'This preview needs its secret', 'The secret in the address is missing or wrong.')
  }
  const found = getStoryInAnyState((asked.get('slug') ?? '').normalize('NFC'), now)
  if (!found) return notice(404, 'No such story', 'No story has the slug that the address names.')
  const { headline, dek, slug } = found.article
  return answer(200, `Preview: ${headline}`, dek, articlePath(slug), await previewStory(found, now))
}

const notice = (status: number, title: string, sentence: string, headers = {}) =>
  answer(
    status,
    title,
    sentence,
    previewPath,
    <Notice title={title}>
      <p>{sentence}</p>
    </Notice>,
    headers,
  )

/** A page that nobody keeps or finds. That links do not tell its address is said in `next.config.mjs`. */
async function answer(
  status: number,
  title: string,
  description: string,
  path: string,
  children: ReactNode,
  more: Record<string, string> = {},
): Promise<Response> {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    ...more,
  }
  return new Response(await renderPage({ title, description, path, robots: 'noindex', children }), { status, headers })
}
