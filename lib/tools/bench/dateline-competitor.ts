import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildCompetitor } from './build-competitor'
import { measureFirstRequests } from './first-requests'

const house =
  'app,components,content,lib,instrumentation.ts,next.config.mjs,package.json,package-lock.json,proxy.ts,tsconfig.json'

/** This repository. Its second build is that of a fresh clone to which `.next/cache` was brought back. */
export const datelineCompetitor: BuildCompetitor = {
  name: 'Dateline',
  setUp(folder) {
    mkdirSync(folder)
    for (const part of house.split(',')) cpSync(part, join(folder, part), { recursive: true })
    copyModules(folder)
  },
  output: ['.next', '.contentlayer'],
  lost: ['.next/standalone', '.next/server', '.next/static', '.contentlayer'],
  env: { CONTENT_DIR: 'words', NEXT_TELEMETRY_DISABLED: '1' },
  visit: (folder, stories) =>
    measureFirstRequests(
      join(folder, '.next/standalone'),
      Array.from({ length: stories }, (_, number) => `story-${stories - number}`),
    ),
}

/** Gives a site the installed packages: links to the same files, or copies where the disk is another one. */
export function copyModules(folder: string): void {
  const copies = [['-al'], ['-a']].map((options) => () => spawnSync('cp', [...options, 'node_modules', folder]))
  if (!copies.some((copy) => copy().status === 0)) throw new Error(`node_modules cannot be copied to ${folder}`)
}
