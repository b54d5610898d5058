import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRulesKey } from './find-rules-key.mjs'

const root = mkdtempSync(join(tmpdir(), 'dateline-rules-'))

beforeAll(() => {
  const isCode = (file: string) => !/\.(mdx|png)$/.test(file)
  for (const part of ['content', 'lib', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(part, join(root, part), { recursive: true, filter: isCode })
})

afterAll(() => rmSync(root, { recursive: true }))

const importing = /^(?:import (?!type)|\}|export ).*\bfrom '([.#][^']+)'|\bimport\('([.#][^']+)'\)/gm

/** All modules of ours that a module imports, directly or not. */
function importsOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const [, direct, later] of readFileSync(file, 'utf8').matchAll(importing)) {
    const name = direct ?? later ?? ''
    const path = name.startsWith('#') ? name.slice(1) : join(dirname(file), name)
    importsOf(path.endsWith('.mjs') ? path : `${path}.ts`, found)
  }
  return found
}

/** The key after a change of a file, which is undone. */
function keyWithChange(file: string): string {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  appendFileSync(path, '\n// changed\n')
  const key = findRulesKey(root)
  writeFileSync(path, text)
  return key
}

test('what is kept goes when any module changes that made it', () => {
  const files = ['content/checks/check-content.ts', 'lib/publish/write-snapshot.ts'].flatMap((file) => [
    ...importsOf(file),
  ])
  expect(files).toEqual(expect.arrayContaining(['lib/publish/to-index.ts', 'content/body/mark-hangul.ts']))
  const key = findRulesKey(root)
  const unmoved = [...new Set(files), 'package-lock.json'].filter((file) => keyWithChange(file) === key)
  expect(unmoved).toEqual([])
  expect(findRulesKey(root)).toBe(key)
})

test('what is kept stays when other code changes', () => {
  const key = findRulesKey(root)
  for (const file of ['lib/server/gate.ts', 'lib/commands/dev.ts', 'content/build-cache/rules-key.integration.test.ts'])
    expect(keyWithChange(file)).toBe(key)
})
