import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { latestPath, previewPath } from '#lib/rules/links'
import { sendRaw, toRequest } from './production/connection'
import { startNginx } from './production/nginx'
import { startSite } from './production/site'

const secret = 'sesame-opens-this-door'

const spellings = [
  ...[previewPath, `${previewPath}/`, `${previewPath}/x`, '/api//preview', '//api/preview', '/api/./preview'],
  ...['/api/preview%2F', '/api%2Fpreview', '/%61pi/preview', '/api/%70review/', '/API/preview', '/Api/Preview/'],
  ...['/api/preview.', '/api/preview;x', '/api/preview%20', '/api/previews', '/api\\preview', '/api/', '/api'],
  ...['/preview', '/x/../api/preview', '/articles/moved', '/articles/first-address', '/articles/withdrawn', '/nothing'],
]

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))

test('a preview’s secret is in no file of nginx and in no log, even if its address is misspelt', async () => {
  const site = await startSite({ env: { PREVIEW_SECRET: secret, TRUSTED_PROXIES: '1' } })
  const nginx = await startNginx([`127.0.0.1:${site.port}`])
  await fetch(nginx.url + latestPath)
  const askAll = async (port: number) => {
    for (const path of spellings) {
      const answer = await sendRaw(port, toRequest(`${path}?slug=draft&secret=${secret}`))
      expect(answer, path).toMatch(/\r\ncache-control: no-store\r\n/i)
    }
  }
  await askAll(site.port)
  await askAll(nginx.port)
  // A secret in another address by mistake is not cached either.
  for (const path of ['/feed.xml', '/icon.svg', '/photos/public.png', '/robots.txt', '/share.png'])
    for (const name of ['secret', '%73ecret', 'w=320&%73ecret'])
      expect((await fetch(`${nginx.url}${path}?${name}=${secret}`)).headers.get('cache-control'), path).toBe('no-store')
  await site.stop()
  await askAll(nginx.port)
  expect(filesOf(nginx.folder).filter((text) => text.includes(latestPath))).toHaveLength(1)
  expect(filesOf(nginx.folder).filter((text) => text.includes(secret))).toEqual([])
  expect(nginx.noted() + site.said()).not.toContain(secret)
  await nginx.stop()
})
