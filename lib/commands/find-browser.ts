import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { installDebianPackage, onPath } from './find-program'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** The path of a Chromium for the tests: Playwright's own, else the system's, else one that is installed now. */
export function findBrowser(): string {
  const found = findInstalled()
  if (found) return found
  console.log('No browser found; installing one.')
  spawnSync('npx', ['--no-install', 'playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' })
  if (!findInstalled()) installDebianPackage('chromium')
  const installed = findInstalled()
  if (installed) return installed
  throw new Error(
    'The tests need a browser. Install one: npx playwright install --with-deps chromium, or Chromium or Chrome',
  )
}

const findInstalled = () =>
  [chromium.executablePath()].find((path) => existsSync(path)) ?? names.map(onPath).find(Boolean)
