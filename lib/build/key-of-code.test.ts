import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keyOfCode } from './key-of-code.mjs'

const root = mkdtempSync(join(tmpdir(), 'dateline-key-'))
mkdirSync(join(root, 'lib/deep'), { recursive: true })
writeFileSync(join(root, 'lib/deep/a.ts'), 'export const a = 1')
writeFileSync(join(root, 'package.json'), '{}')
afterAll(() => rmSync(root, { recursive: true }))

const key = () => keyOfCode([join(root, 'lib')], [root])

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
  change('package.json', '{ "a": 1 }')
  change('lib/b.mjs')
  change('lib/deep/b.mjs', '')
  expect(new Set(keys).size).toBe(keys.length)
  change('lib/story.mdx', 'Words')
  change('lib/picture.png', 'png')
  expect(keys.at(-1)).toBe(keys.at(-3))
})

test('links are not followed, and what is no plain file is not opened', () => {
  const before = key()
  symlinkSync('/', join(root, 'lib/everything'))
  symlinkSync('/dev/zero', join(root, 'lib/endless.ts'))
  symlinkSync('.', join(root, 'lib/self'))
  symlinkSync('nowhere', join(root, 'lib/nowhere.mjs'))
  execFileSync('mkfifo', [join(root, 'lib/pipe.js')])
  mkdirSync(join(root, 'lib/folder.ts'))
  expect(key()).toBe(before)
})
