import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { builtSite } from './site'

if (!existsSync(builtSite))
  throw new Error(`There is no build in ${builtSite}. Run "npm run test:production", which makes it`)

/** Tests of the site as operators run it. Each test starts the servers it needs and causes a failure. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/production',
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 150_000,
  // Allows for a machine that is busy with other builds, but no test may hang.
  expect: { timeout: 20_000 },
  reporter: [['list']],
})
