import type { ReactNode } from 'react'
import * as page from '#app/[page]/page'
import * as period from '#app/archive/[...period]/page'
import * as archive from '#app/archive/page'
import * as article from '#app/articles/[slug]/page'
import * as author from '#app/authors/[slug]/[[...page]]/page'
import * as authors from '#app/authors/page'
import * as corrections from '#app/corrections/[[...page]]/page'
import * as hotThisWeek from '#app/hot-this-week/page'
import * as latest from '#app/latest/[[...page]]/page'
import * as feeds from '#app/latest/feeds/page'
import * as notFound from '#app/not-found'
import * as front from '#app/page'
import * as person from '#app/people/[slug]/[[...page]]/page'
import * as people from '#app/people/page'
import * as serverError from '#app/server-error'
import * as topic from '#app/topics/[slug]/[[...page]]/page'
import * as topics from '#app/topics/page'
import * as withdrawn from '#app/withdrawn/[slug]/page'
import { type PageMetadata, withoutRobots } from '#lib/distribution/metadata'
import { type AddressKind, rowOf } from '#lib/rules/address-table'
import type { PageTarget } from '#lib/rules/page-target'

type Props = { params: Promise<Record<string, string | string[] | undefined>> }

/** A `page.tsx` module as Next's App Router expects it. */
type PageModule = {
  // biome-ignore lint/suspicious/noExplicitAny: each page names its own params
  default: (props: any) => ReactNode | Promise<ReactNode>
  // biome-ignore lint/suspicious/noExplicitAny: each page names its own params
  generateMetadata: (props: any) => PageMetadata | Promise<PageMetadata>
  generateStaticParams?: () => Record<string, string | string[]>[]
}

/** A page module and its path in `app/`, in Next's notation. */
type Page = { pattern: string; module: PageModule }

/** The pages of the publication by kind of address. */
const modules: Partial<Record<AddressKind, PageModule>> = {
  'front-page': front,
  topics,
  authors,
  people,
  archive,
  'hot-this-week': hotThisWeek,
  'latest/feeds': feeds,
  article,
  latest,
  topic,
  author,
  person,
  'archive-period': period,
  corrections,
  page,
}

/** The path of a kind's page in `app/`. A catch-all path also holds the page number. */
function toPattern(kind: AddressKind): string {
  const { path, isPaged } = rowOf(kind)
  return isPaged && !path.includes('[...') ? `${path}/[[...page]]` : path
}

/** Every page by kind of address. */
export const pages = Object.fromEntries(
  Object.entries(modules).map(([kind, module]) => [kind, { pattern: toPattern(kind as AddressKind), module }]),
) as Partial<Record<AddressKind, Page>>

const notices: Record<404 | 410 | 500, Page> = {
  404: { pattern: '/', module: notFound },
  410: { pattern: '/withdrawn/[slug]', module: withdrawn },
  500: { pattern: '/', module: serverError },
}

/** Returns the metadata and the content of a page. Throws what the page throws. */
export async function callPage(target: PageTarget): Promise<{ metadata: PageMetadata; children: ReactNode }> {
  const { pattern, module } = findPage(target)
  const props: Props = { params: Promise.resolve(readParams(pattern, toPath(target))) }
  const metadata = await module.generateMetadata(props)
  const children = await module.default(props)
  // Like Next, which always adds `noindex` to the not-found page.
  return { metadata: target.status === 200 ? metadata : withoutRobots(metadata), children }
}

function findPage(target: PageTarget): Page {
  const found = target.status === 200 ? pages[target.address.kind] : notices[target.status]
  if (!found) throw new Error(`No page is made for ${JSON.stringify(target)}`)
  return found
}

function toPath(target: PageTarget): string {
  if (target.status === 200) return target.path
  return target.status === 410 ? `/withdrawn/${encodeURIComponent(target.slug)}` : '/'
}

/** The paths of the pages to generate statically, as the page modules list them. */
export async function listStaticPaths(): Promise<string[]> {
  const paths = Object.values(pages).map(async ({ pattern, module }) => {
    const isDynamic = pattern.includes('[')
    const params = (await module.generateStaticParams?.()) ?? (isDynamic ? [] : [{}])
    return params.map((one) => fillParams(pattern, one))
  })
  return (await Promise.all(paths)).flat()
}

type Params = Record<string, string | string[] | undefined>

const parameter = /^\[+(\.\.\.)?([^\]]+)\]+$/

/**
 * The params that Next would read from a path for a pattern such as `/topics/[slug]/[[...page]]`, still
 * percent-encoded.
 */
function readParams(pattern: string, path: string): Params {
  const given = path.split('/')
  const read = pattern.split('/').flatMap((segment, place): [string, string | string[] | undefined][] => {
    const [, isRest, name] = parameter.exec(segment) ?? []
    if (!name) return []
    const rest = given.slice(place)
    return [[name, isRest ? (rest.length > 0 ? rest : undefined) : given[place]]]
  })
  return Object.fromEntries(read)
}

/** The path for a pattern and its params. */
function fillParams(pattern: string, params: Params): string {
  const segments = pattern.split('/').flatMap((segment) => {
    const [, , name] = parameter.exec(segment) ?? []
    return name ? [params[name] ?? []].flat().map(encodeURIComponent) : segment
  })
  return segments.join('/') || '/'
}
