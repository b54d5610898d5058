import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildCompetitor } from './build-competitor'
import { measureFirstRequests } from './first-requests'

const house =
  'app,components,content,lib,instrumentation.ts,next.config.mjs,package.json,package-lock.json,proxy.ts,tsconfig.json'

/** This repository. Its second build runs in a fresh clone to which `.next/cache` was restored. */
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

/** Adds the installed packages to a site: hard links, or copies if the site is on another disk. */
export function copyModules(folder: string): void {
  const copies = [['-al'], ['-a']].map((options) => () => spawnSync('cp', [...options, 'node_modules', folder]))
  if (!copies.some((copy) => copy().status === 0)) throw new Error(`node_modules cannot be copied to ${folder}`)
}
