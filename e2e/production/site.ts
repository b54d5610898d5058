import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as starter from '#lib/tools/testing/start-site'

export const repository = resolve(import.meta.dirname, '../..')

/** The folder that the build of the edition "life" left. */
export const builtSite = join(repository, '.data/test/life/site')

export type Site = starter.StartedSite

type Start = Partial<Parameters<typeof starter.startSite>[0]>

/** Starts the built site, or the one in another folder, and waits until it answers. */
export const startSite = ({ folder = builtSite, ...start }: Start = {}) => starter.startSite({ folder, ...start })

/** A copy of the built site that a test may damage. */
export function copySite(): string {
  const folder = starter.emptyFolder()
  cpSync(builtSite, folder, { recursive: true, verbatimSymlinks: true })
  return folder
}

/** Reports a reader's read of a story, as a page does. */
export const reportRead = (url: string, slug: string, reader = '1') =>
  fetch(`${url}/api/reads`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': `Mozilla/5.0 (X11; rv:130.0) Gecko/20100101 Firefox/${reader}`,
    },
    body: JSON.stringify({ slug }),
  })

export const getHealth = async (url: string) => (await fetch(`${url}/api/health`)).json()

/** The memory of a site's process, in MB. The site must run with this token for metrics. */
export async function memoryOf(site: Site, token: string): Promise<number> {
  const response = await fetch(`${site.url}/api/metrics`, { headers: { Authorization: `Bearer ${token}` } })
  return Number(/\nprocess_resident_memory_bytes (\d+)/.exec(await response.text())?.[1]) / 2 ** 20
}

/** A story's reads, as the hot list shows them. */
export async function readsOf(url: string, slug: string): Promise<number | undefined> {
  const { stories } = await (await fetch(`${url}/api/hot-this-week`)).json()
  return stories.find((story: { slug: string }) => story.slug === slug)?.reads
}

/** The addresses that every page needs, which must work whatever else is broken. */
export const pages = ['/', '/latest', '/articles/quoted', '/hot-this-week', '/feed.xml', '/photos/public.png?w=160']

/** The statuses of pages, by path. */
export const statusesOf = async (url: string, paths = pages) =>
  Object.fromEntries(await Promise.all(paths.map(async (path) => [path, (await fetch(url + path)).status])))

export const allFine = Object.fromEntries(pages.map((path) => [path, 200]))
