import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linkRepository } from '#lib/tools/testing/make-snapshot'
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
  ['"use strict"; "use client"\n', 'components/map.jsx'],
  ["'use strict'\n'use client'\n", 'components/map.mts'],
  ['"use client"\n', 'components/map.mjs'],
  ['"use client"\n', 'lib/map.cjs'],
])('a client component is named: %j', (start, file) => {
  writeFileSync(join(root, file), `${start}export const Map = () => null\n`)
  expect(findClientComponents(root)).toEqual([file])
})

test('words about clients are no directive, however many comments stand before them', () => {
  const comments = `${'/'.repeat(200)}\n${'/* Maps. */ '.repeat(50)}`
  writeFileSync(join(root, 'components/map.tsx'), `${comments}const map = 'use client'\n`)
  writeFileSync(join(root, 'lib/map.ts'), "'use strict'\nuse('a')\n'use client'\n")
  expect(findClientComponents(root)).toEqual([])
})

test('the publication has none', () => {
  expect(findClientComponents(process.cwd())).toEqual([])
})

test('a build with one ends before anything is made, and names it', () => {
  rmSync(join(root, 'lib'), { recursive: true })
  linkRepository(root)
  symlinkSync(resolve('app/server.ts'), join(root, 'app/server.ts'))
  writeFileSync(join(root, 'components/map.tsx'), "'use client'\n")
  const build = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8' })
  expect(build.stderr).toContain('components/map.tsx is a client component')
  expect(build.status).toBe(1)
  expect(existsSync(join(root, '.contentlayer'))).toBe(false)
}, 30_000)
