import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** The path of a Chromium for the tests: Playwright's own, else the system's, else one that is installed now. */
export function findBrowser(): string {
  const found = findInstalled()
  if (found) return found
  console.log('No browser found; installing one.')
  run('npx', ['--no-install', 'playwright', 'install', '--with-deps', 'chromium'])
  if (!findInstalled() && process.getuid?.() === 0 && onPath('apt-get')) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'])
  }
  const installed = findInstalled()
  if (installed) return installed
  throw new Error(
    'The tests need a browser. Install one: npx playwright install --with-deps chromium, or Chromium or Chrome',
  )
}

const findInstalled = () =>
  [chromium.executablePath()].find((path) => existsSync(path)) ?? names.map(onPath).find(Boolean)

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(':')
  return folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path))
}

const run = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
