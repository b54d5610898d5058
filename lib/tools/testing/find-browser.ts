import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { installDebianPackage, onPath } from './find-program'

/** Debian's headless browser, which takes two thirds of the time of the full one. */
const shell = 'chromium-headless-shell'
const others = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * The path of a Chromium for the tests: Playwright's own, else Debian's headless shell, else any installed one, else
 * one that is installed now.
 */
export function findBrowser(): string {
  const small = findSmall()
  if (small) return small
  installDebianPackage(shell)
  const found = findSmall() ?? others.map(onPath).find(Boolean)
  if (found) return found
  console.log('No browser found; installing one.')
  spawnSync('npx', ['--no-install', 'playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' })
  if (!findSmall()) installDebianPackage('chromium')
  const installed = findSmall() ?? others.map(onPath).find(Boolean)
  if (installed) return installed
  throw new Error(
    'The tests need a browser. Install one: npx playwright install --with-deps chromium, or Chromium or Chrome',
  )
}

const findSmall = () => [chromium.executablePath()].find((path) => existsSync(path)) ?? onPath(shell)
