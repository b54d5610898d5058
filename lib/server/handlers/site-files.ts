import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { pageCacheControl } from '#lib/http/caching'
import type { MadePicture } from '#lib/pictures/picture-cache'
import { toPictureResponse } from '#lib/pictures/picture-response'
import { getSite } from '#lib/publication/site'
import { rowOf } from '#lib/rules/address-table'
import { frontPagePath, iconPath } from '#lib/rules/links'
import { getReadScript } from '../read-script'
import type { Handler } from './handler'

/** The web app manifest. */
export const manifest: Handler = () => {
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
  return Response.json(manifest, {
    headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': pageCacheControl },
  })
}

const iconTypes: Record<string, string> = { '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon' }
const icons = new Map<string, MadePicture>()

/** The publication's icon, in one of its files in `app/`. In development and on Vercel Next serves them. */
export const icon: Handler = (request, { address }) => {
  const { path } = rowOf(address.kind)
  const picture = icons.get(path) ?? readIcon(path)
  icons.set(path, picture)
  return toPictureResponse(request, picture, iconTypes[extname(path)] ?? '')
}

const readIcon = (path: string): MadePicture => ({
  name: path,
  bytes: readFileSync(join(process.cwd(), 'app', path)),
})

/** The script that reports a read; its address changes with it, so that browsers may keep it for a year. */
export const script: Handler = () =>
  new Response(getReadScript().text, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
