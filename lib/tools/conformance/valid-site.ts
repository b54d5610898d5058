import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Get } from './crawl'

/** A small site that satisfies every rule, as of noon on November 22, 2024. Tests break one thing at a time. */
const folder = join(import.meta.dirname, 'valid-site')

const types: Record<string, string> = {
  html: 'text/html',
  xml: 'application/xml',
  txt: 'text/plain',
  json: 'application/feed+json',
}
const pictures: Record<string, [number, number]> = {
  '/share.png': [1200, 630],
  '/photos/16x9.png': [1600, 900],
  '/photos/4x3.png': [800, 600],
  '/photos/1x1.png': [500, 500],
}

/** A change of the valid site: a replacement of text in a file, or another response for a path. */
export type Change = { file: string; words: string; by: string } | { path: string; answer: () => Response }

/** Requests from the valid site, with one change or none. */
export const getFromValidSite =
  (change?: Change): Get =>
  async (path, { 'If-None-Match': known } = {}) => {
    if (change && 'path' in change && change.path === path) return change.answer()
    const picture = pictures[path]
    if (picture) return new Response(await paint(...picture), { headers: { 'Content-Type': 'image/png' } })
    const file = path === '/' ? 'index.html' : /\.\w+$/.test(path) ? path.slice(1) : `${path.slice(1)}.html`
    if (!existsSync(join(folder, file))) return notFound()
    const text = readChanged(file, change)
    const type = types[file.split('.').at(-1) ?? ''] ?? ''
    const ETag = `"${createHash('sha256').update(text).digest('hex')}"`
    const headers = { 'Content-Type': type, ETag, 'Last-Modified': 'Fri, 22 Nov 2024 10:00:00 GMT' }
    return known === ETag ? new Response(null, { status: 304, headers }) : new Response(text, { headers })
  }

export const readValidFile = (file: string) => readFileSync(join(folder, file), 'utf8')

function readChanged(file: string, change: Change | undefined): string {
  const text = readValidFile(file)
  if (!change || !('file' in change) || change.file !== file) return text
  if (!text.includes(change.words)) throw new Error(`${file} has no ${change.words}`)
  return text.replace(change.words, () => change.by)
}

const notFound = () =>
  new Response('<title>Not found</title><meta name="robots" content="noindex"><h1>Not found</h1>', {
    status: 404,
    headers: { 'Content-Type': 'text/html' },
  })

async function paint(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp({ create: { width, height, channels: 3, background: '#6f8496' } })
  return new Uint8Array(await picture.png().toBuffer())
}
