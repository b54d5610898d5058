import type { ReactNode } from 'react'
import { previewStory } from '#app/api/preview/preview-story'
import { renderDocument } from '#app/renderer/render-page'
import { Notice } from '#components/site/notice'
import { toMetadata, withoutRobots } from '#lib/distribution/metadata'
import { doInTurn, makePreviewInTurn } from '#lib/pictures/costly-work'
import { getStoryInAnyState } from '#lib/publication/articles'
import { getSite } from '#lib/publication/site'
import { articlePath, previewPath } from '#lib/rules/links'
import type { Handler } from '#lib/server/handlers/handler'
import { getPreviewAccess } from '#lib/server/preview-access'

/** Shows a story in any state to whoever has the secret. Without PREVIEW_SECRET the gate refuses every request. */
export const preview: Handler = async (request, { client, now }) => {
  const { preview: words } = getSite().messages
  const asked = new URL(request.url).searchParams
  const access = await getPreviewAccess(asked.get('secret') ?? '', client, now)
  if (access.kind === 'too many') {
    const wait = { 'Retry-After': String(access.wait) }
    return notice(429, words.tooMany.title, words.tooMany.text(access.wait), wait)
  }
  if (access.kind === 'denied') return notice(401, words.denied.title, words.denied.text)
  const found = getStoryInAnyState((asked.get('slug') ?? '').normalize('NFC'), now)
  if (!found) return notice(404, words.unknown.title, words.unknown.text)
  const { headline, dek, slug } = found.article
  return makePreviewInTurn(async () =>
    answer(200, words.title(headline), dek, articlePath(slug), await previewStory(found, now)),
  )
}

const notice = (status: number, title: string, sentence: string, headers = {}) =>
  answer(
    status,
    title,
    sentence,
    previewPath,
    <Notice site={getSite()} title={title}>
      <p>{sentence}</p>
    </Notice>,
    headers,
  )

/** A page that is not cached or indexed. Its links send no Referer, because its address contains the secret. */
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
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
    ...more,
  }
  const metadata = withoutRobots(toMetadata(title, description, path))
  return new Response(await doInTurn(() => renderDocument({ metadata, children })), { status, headers })
}
