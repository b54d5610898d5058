import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findClientComponents } from './find-client-components'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-'))
  for (const room of ['app', 'components', 'lib']) mkdirSync(join(root, room, 'deep'), { recursive: true })
  writeFileSync(join(root, 'components/quiet.tsx'), "export const words = 'use client'\n")
})

afterEach(() => rmSync(root, { recursive: true }))

test.each([
  ["'use client'\n", 'components/map.tsx'],
  ['"use client";\n', 'app/deep/page.tsx'],
  ["// A map.\n/* Of the\n * world. */\n'use client'\n", 'lib/deep/map.ts'],
])('a client component is named: %j', (start, file) => {
  writeFileSync(join(root, file), `${start}export const Map = () => null\n`)
  expect(findClientComponents(root)).toEqual([file])
})

test('one that is listed as interactive may stay, and words about clients are no directive', () => {
  writeFileSync(join(root, 'components/map.tsx'), "'use client'\n")
  expect(findClientComponents(root, ['components/map.tsx'])).toEqual([])
})

test('the publication has none', () => {
  expect(findClientComponents(process.cwd())).toEqual([])
})
