import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { defaultTreeAdapter, parse, serializeOuter } from 'parse5'
import { buildStockSite } from '#lib/tools/testing/build-stock-site'
import { findPort } from '#lib/tools/testing/find-port'
import { runProgram } from '#lib/tools/testing/run-program'
import { waitFor } from '#lib/tools/testing/start-site'
import { builtSite, repository, type Site, startSite } from './site'

const longSlug = `${'가나다라'.repeat(16)}-가xxxx`

/** Addresses of every kind of page, of withdrawn stories and unknown addresses. */
const addresses = [
  ...[
    '/',
    '/latest',
    '/latest/page/2',
    '/latest/feeds',
    '/topics',
    '/topics/life',
    '/topics/life/page/3',
    '/topics/quiet',
  ],
  ...['/authors', '/authors/desk', '/people', '/people/speaker', '/archive', '/archive/2024', '/archive/2024/11/22'],
  ...['/hot-this-week', '/corrections', '/corrections/page/2', '/house-rules', '/articles/quoted', '/articles/hostile'],
  ...['/articles/withdrawn-and-linked', '/articles/many-1', `/articles/${encodeURIComponent(longSlug)}`],
  ...['/articles/withdrawn', '/articles/draft', '/nothing/here', '/latest/page/9'],
]

let ours: Site
let stock = ''

test.describe.configure({ mode: 'default' })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  // Next finds its packages in a parent folder.
  const folder = resolve(repository, '.data/test/stock')
  buildStockSite(builtSite, folder, { hasGate: true, env: { PRERENDER_LIMIT: '3' } })
  ours = await startSite()
  const port = await findPort()
  const next = resolve(repository, 'node_modules/.bin/next')
  const { child, said } = runProgram(next, ['start', '--port', `${port}`], {
    env: { DATA_DIR: ours.dataDir },
    folder,
  })
  stock = `http://127.0.0.1:${port}`
  await waitFor(stock, () => child.exitCode === null, said)
})

test.afterAll(async () => {
  await ours.stop()
  rmSync(resolve(repository, '.data/test/stock'), { recursive: true })
})

for (const path of addresses) {
  test(`${path.slice(0, 40)} is the page that Next renders from the same files, without its runtime`, async () => {
    const [own, next] = await Promise.all([getPage(ours.url + path), getPage(stock + path)])
    expect(own.head).toEqual(next.head)
    expect(own.body).toBe(next.body)
    expect(own.body).toContain('<h1')
    expect([own.status, own.type]).toEqual([next.status, 'text/html; charset=utf-8'])
  })
}

test('the comparison detects a difference in the head or the body', async () => {
  const [front, latest] = [await getPage(`${ours.url}/`), await getPage(`${ours.url}/latest`)]
  expect(front.head).not.toEqual(latest.head)
  expect(front.body).not.toBe(latest.body)
})

type Node = (typeof defaultTreeAdapter)['createElement'] extends (...args: never[]) => infer Element ? Element : never

/** The head of a page as a sorted list, and its body, both without the parts that only Next's runtime needs. */
async function getPage(url: string) {
  const response = await fetch(url)
  const document = parse(await response.text())
  const html = document.childNodes.find((node) => node.nodeName === 'html') as Node
  const [head, body] = ['head', 'body'].map((name) => html.childNodes.find((node) => node.nodeName === name) as Node)
  if (!head || !body) throw new Error(`${url} has no head or no body`)
  strip(head)
  strip(body)
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    head: head.childNodes.map((node) => serializeOuter(node)).sort(),
    // The text of the ranking depends on the time.
    body: serializeOuter(body).replace(/Ranked [^<]*/, 'Ranked'),
  }
}

function strip(element: Node): void {
  for (const node of [...element.childNodes]) {
    if (isOfNext(node as Node)) defaultTreeAdapter.detachNode(node)
    else if ('childNodes' in node) strip(node as Node)
  }
}

/** Next's scripts, its own copies of the styles, React's comments, and the versions of icons. */
function isOfNext(node: Node): boolean {
  if (node.nodeName === '#comment') return true
  const attributes = node.attrs ?? []
  const getAttribute = (name: string) => attributes.find((attribute) => attribute.name === name)?.value
  if (node.nodeName === 'script')
    return getAttribute('type') === undefined && !getAttribute('src')?.startsWith('/scripts/')
  if (node.nodeName === 'style') return true
  if (node.nodeName === 'div' && getAttribute('hidden') !== undefined) return true
  if (node.nodeName !== 'link') return false
  for (const attribute of attributes)
    if (attribute.name === 'href') attribute.value = attribute.value.replace(/\?.*\..*$/, '')
  return getAttribute('rel') === 'stylesheet' || getAttribute('as') === 'script'
}
