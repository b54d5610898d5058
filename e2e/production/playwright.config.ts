import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { builtSite } from './site'

if (!existsSync(builtSite))
  throw new Error(`There is no build in ${builtSite}. Run "npm run test:production", which makes it`)

/** The site as an operator meets it: each test starts the servers it needs, and makes something go wrong. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/production',
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 150_000,
  // Machines that build something else meanwhile are slow, but nothing may hang.
  expect: { timeout: 20_000 },
  reporter: [['list']],
})
