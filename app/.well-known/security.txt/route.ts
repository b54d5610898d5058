import { getPage } from '#lib/pages'
import { toSecurityText } from '#lib/security-text'

export const dynamic = 'force-dynamic'

/** How to report a weakness (RFC 9116), for as long as the publication has a page that says how to reach it. */
export function GET(): Response {
  const page = getPage('contact') ?? getPage('about')
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  if (!page) return new Response('This publication has no page "contact" or "about" yet.\n', { status: 404, headers })
  return new Response(toSecurityText(page, new Date()), { headers })
}
