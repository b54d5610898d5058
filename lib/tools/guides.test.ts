import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { components } from '#content/body/components'
import { articleRule } from '#content/schema/article'
import { authorRule } from '#content/schema/author'
import { pageRule } from '#content/schema/page'
import { personRule } from '#content/schema/person'
import { publicationRule } from '#content/schema/publication'
import { topicRule } from '#content/schema/topic'
import { readEnvironment } from '#lib/runtime/env'

const read = (file: string) => readFileSync(file, 'utf8')
const filesIn = (folder: string, recursive = false) =>
  readdirSync(folder, { recursive, encoding: 'utf8' }).map((name) => join(folder, name))

const guides = [
  ...filesIn('.'),
  ...filesIn('content'),
  ...filesIn('deploy'),
  ...filesIn('.github'),
  ...filesIn('lib', true),
].filter((file) => file.endsWith('.md'))
const forReporters = read('content/README.md')
const forOperators = read('deploy/README.md')

/** Text between backquotes, outside code blocks. */
const codeIn = (text: string) =>
  [...text.replace(/^ *```.*?^ *```$/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)

/** The part of a guide under a heading. */
const sectionOf = (text: string, heading: string) => text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''

/** A heading's anchor on GitHub. */
const toAnchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

test('every link in a guide leads to an existing file and heading', () => {
  const isBroken = (guide: string, link: string) => {
    const [path = '', anchor] = link.split('#')
    const file = path === '' ? guide : join(dirname(guide), path)
    if (!existsSync(file)) return true
    const headings = anchor ? [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => toAnchor(heading)) : []
    return anchor !== undefined && !headings.includes(anchor)
  }
  const broken = guides.flatMap((guide) => {
    const links = [
      ...read(guide)
        .replace(/`[^`\n]*`/g, '')
        .matchAll(/\]\((?!https?:)([^)\s]+)\)/g),
    ]
    return links.flatMap(([, to = '']) => (isBroken(guide, to) ? `${guide}: ${to}` : []))
  })
  expect(broken).toEqual([])
})

test('every command in a guide exists', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const named = guides.flatMap((guide) => [...read(guide).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name))
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
})

test('the operators’ guide lists every environment variable and no other', () => {
  const optional = { REDIS_URL: 'redis://x', METRICS_TOKEN: 'x'.repeat(16), PREVIEW_SECRET: 'x'.repeat(16) }
  const rows = sectionOf(forOperators, 'Environment variables').matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)?/gm)
  const table = new Map([...rows].map(([, name, value]) => [name, value]))
  expect([...table.keys()].sort()).toEqual([...Object.keys(readEnvironment(optional)), 'HOSTNAME'].sort())
  for (const [name, value] of Object.entries(readEnvironment({})))
    expect(`${name} ${table.get(name)}`).toBe(`${name} ${value}`)
})

test.each([
  ['Article', articleRule],
  ['Topic', topicRule],
  ['Author', authorRule],
  ['Person', personRule],
  ['publication.yaml', publicationRule],
])('the reporters’ guide lists every field of %s', (kind, rule) => {
  const section = forReporters.split(`\n### ${kind}\n`)[1]?.split('\n##')[0] ?? ''
  const known = codeIn(section)
  expect(Object.keys(rule.shape).filter((field) => !known.includes(field))).toEqual([])
})

test('the reporters’ guide is right that a page has the fields of a topic', () => {
  expect(Object.keys(pageRule.shape)).toEqual(Object.keys(topicRule.shape))
})

test('the reporters’ guide lists every component and attribute', () => {
  const known = codeIn(sectionOf(forReporters, 'Components')).join(' ')
  const names = Object.entries(components).flatMap(([name, attributes]) => [`<${name}`, ...Object.keys(attributes)])
  expect(names.filter((name) => !known.includes(name))).toEqual([])
})

test('the error messages in the reporters’ guide are those of the checks', () => {
  const code = ['content/body', 'content/checks', 'content/schema']
    .flatMap((folder) => filesIn(folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map(read)
    .join('\n')
    .replaceAll('\\\\', '\\')
  const rows = sectionOf(forReporters, 'Error messages').match(/^\| .*? \|(?= )/gm) ?? []
  const parts = rows.flatMap(codeIn).flatMap((message) => message.split('…'))
  expect(parts.length).toBeGreaterThan(50)
  expect(parts.filter((part) => !code.includes(part))).toEqual([])
})
