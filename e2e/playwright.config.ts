import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { editions, nginx } from './editions'

const root = resolve(import.meta.dirname, '..')

/**
 * Every test runs against production servers in distant time zones: the publication's and those of the test editions.
 */
export default defineConfig({
  testDir: '.',
  testIgnore: 'production/**',
  outputDir: '../test-results',
  // Some tests wait for the next full minute.
  workers: 3,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: editions.publication.url,
    launchOptions: {
      ...(process.env.BROWSER_PATH ? { executablePath: process.env.BROWSER_PATH } : {}),
      args: ['--disable-background-networking', '--disable-component-update', ...(isRoot() ? ['--no-sandbox'] : [])],
    },
  },
  webServer: [
    ...Object.entries(editions).map(([name, { url, zone }]) => ({
      name,
      command: 'node server.js',
      cwd: siteFolder(name),
      url: `${url}/icon.svg`,
      env: {
        PORT: new URL(url).port,
        HOSTNAME: 'localhost',
        TZ: zone,
        DATA_DIR: resolve(root, `.data/test/${name}/data`),
      },
    })),
    {
      name: 'nginx',
      command: `npx --no-install tsx lib/tools/testing/nginx.ts ${new URL(nginx.url).port} ${nginx.site}`,
      cwd: root,
      url: `${nginx.url}/icon.svg`,
    },
  ],
})

function siteFolder(name: string): string {
  const folder = resolve(root, name === 'publication' ? '.next/standalone' : `.data/test/${name}/site`)
  if (!existsSync(folder)) throw new Error(`There is no build in ${folder}. Run "npm test", which makes it`)
  return folder
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}
