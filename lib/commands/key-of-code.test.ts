import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keyOfCode } from './key-of-code.mjs'

const root = mkdtempSync(join(tmpdir(), 'dateline-key-'))
mkdirSync(join(root, 'lib/deep'), { recursive: true })
writeFileSync(join(root, 'lib/deep/a.ts'), 'export const a = 1')
writeFileSync(join(root, 'settings.json'), '{}')
afterAll(() => rmSync(root, { recursive: true }))

const key = () => keyOfCode([join(root, 'lib')], [join(root, 'settings.json')])

test('what was made of code is made again when a file of it changes, comes, goes or moves, and stays otherwise', () => {
  const keys = [key()]
  const change = (file: string, text?: string) => {
    if (text === undefined) rmSync(join(root, file))
    else writeFileSync(join(root, file), text)
    keys.push(key())
  }
  change('lib/deep/a.ts', 'export const a = 2')
  change('lib/b.mjs', '')
  change('lib/c.css', 'p {}')
  change('settings.json', '{ "a": 1 }')
  change('lib/b.mjs')
  change('lib/deep/b.mjs', '')
  expect(new Set(keys).size).toBe(keys.length)
  change('lib/story.mdx', 'Words')
  change('lib/picture.png', 'png')
  expect(keys.at(-1)).toBe(keys.at(-3))
})
