import { frontPagePath, iconPath } from '#lib/links'
import { getSite } from '#lib/site'

export const dynamic = 'force-dynamic'

/** What a device is told that keeps the publication on its home screen. */
export function GET(): Response {
  const { name, tagline, language } = getSite()
  const manifest = {
    name,
    short_name: name,
    description: tagline,
    lang: language,
    id: frontPagePath,
    start_url: frontPagePath,
    display: 'browser',
    background_color: '#fbf9f3',
    theme_color: '#fbf9f3',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: iconPath, sizes: '180x180', type: 'image/png' },
    ],
  }
  return Response.json(manifest, { headers: { 'Content-Type': 'application/manifest+json' } })
}
