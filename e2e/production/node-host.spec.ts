import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { findPort } from '#lib/tools/testing/find-port'
import { runProgram } from '#lib/tools/testing/run-program'
import { emptyFolder, waitFor } from '#lib/tools/testing/start-site'
import { startNginx } from './nginx'
import { allFine, builtSite, copySite, repository, startSite, statusesOf } from './site'

const deploy = resolve(repository, 'deploy')
const isRoot = process.getuid?.() === 0
/** Debian's user without any rights. */
const nobody = 65534
const asNobody = isRoot ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] : []

/** Every file of a folder with its size and modification time. */
const inventory = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => {
    const { size, mtimeMs } = statSync(`${folder}/${file}`)
    return `${file} ${size} ${mtimeMs}`
  })

test('the folder of a build runs elsewhere with Node alone: read-only, as an unprivileged user, behind nginx', async () => {
  const folder = copySite()
  expect(spawnSync('chmod', ['-R', 'a-w,a+rX', folder]).status).toBe(0)
  const DATA_DIR = emptyFolder()
  if (isRoot) chownSync(DATA_DIR, nobody, nobody)
  chmodSync(DATA_DIR, 0o700)
  const before = inventory(folder)
  const env = { DATA_DIR, HOME: '/nonexistent', NODE_PATH: '', HOSTNAME: 'a-container' }
  const site = await startSite({ folder, env, under: asNobody })
  const search = '/search?q=moved'
  const more = [
    '/share.png',
    '/articles/quoted/share.png',
    search,
    '/people/speaker',
    '/sitemap.xml',
    '/api/health',
    '/icon.svg',
  ]
  expect(await statusesOf(site.url, more)).toEqual(Object.fromEntries(more.map((path) => [path, 200])))
  expect(await statusesOf(site.url)).toEqual(allFine)
  const found = await (await fetch(site.url + search)).text()
  expect(found).toContain('1 story for “moved”')
  expect(found).toMatch(/<style[\s\S]{5000,}<\/style>/)
  expect(inventory(folder)).toEqual(before)
  expect(readdirSync(DATA_DIR).sort()).toEqual(expect.arrayContaining(['images', 'reads.db']))

  const nginx = await startNginx([`127.0.0.1:${site.port}`])
  const front = nginx.url
  expect(await statusesOf(front)).toEqual(allFine)
  expect((await fetch(`${front}/latest`)).headers.get('x-cache')).toBe('HIT')
  expect((await fetch(`${front}/api/health`)).headers.get('x-cache')).not.toBe('HIT')
  const big = await fetch(`${front}/api/reads`, { method: 'POST', body: 'x'.repeat(100_000) })
  expect(big.status).toBe(413)
  await nginx.stop()
  await expect(fetch(front), 'nothing of nginx is left').rejects.toThrow()
  expect((await site.stop('SIGTERM')).code).toBe(0)
})

test('the health check of the image reports whether a server is ready', async () => {
  const site = await startSite()
  const dockerfile = readFileSync(`${deploy}/Dockerfile`, 'utf8')
  const [command, ...args] = JSON.parse(/^HEALTHCHECK .*CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]')
  const check = () => spawnSync(command, args, { env: { ...process.env, PORT: `${site.port}` } })
  expect(check().status).toBe(0)
  await site.stop()
  expect(check().status).not.toBe(0)
})

test('the image and the unit start the server that a build creates, and let it write its data', () => {
  const dockerfile = readFileSync(`${deploy}/Dockerfile`, 'utf8')
  expect(dockerfile).toContain('COPY --from=build /repository/.next/standalone /site')
  expect(dockerfile).toMatch(/^USER node$/m)
  const leftOut = readFileSync(`${deploy}/Dockerfile.dockerignore`, 'utf8').split('\n')
  const untracked = readFileSync(`${repository}/.gitignore`, 'utf8').trim().split('\n')
  expect(leftOut).toEqual(expect.arrayContaining(untracked.map((name) => name.replace(/\/$/, ''))))
  const unit = readFileSync(`${deploy}/dateline@.service`, 'utf8')
  expect(unit).toContain('ExecStart=/usr/bin/node /opt/dateline/server.js')
  expect(unit).toMatch(/DATA_DIR=\/var\/lib\/dateline .*[\s\S]*^StateDirectory=dateline$/m)
  expect(readdirSync(builtSite)).toContain('server.js')
})

test('npm start lets the server drain on SIGTERM and leaves no process behind', async () => {
  const port = await findPort()
  const env = { PORT: `${port}`, HOSTNAME: '127.0.0.1', DATA_DIR: emptyFolder() }
  const { child, said } = runProgram('npm', ['start'], { env, folder: repository })
  const url = `http://127.0.0.1:${port}`
  await waitFor(url, () => child.exitCode === null, said)
  child.kill('SIGTERM')
  await once(child, 'exit')
  expect(child.exitCode).toBe(0)
  expect(said()).toContain('"message":"stopped"')
  await expect(fetch(url)).rejects.toThrow()
})

test('a server refuses another origin than the one it was built for, and an invalid port', () => {
  const start = (env: Record<string, string>) =>
    spawnSync(process.execPath, ['server.js'], { cwd: builtSite, env: { ...process.env, ...env }, encoding: 'utf8' })
  const other = start({ SITE_URL: 'https://other.example' })
  expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('SITE_URL is https://other.example')])
  const port = start({ PORT: '70000' })
  expect([port.status, port.stderr]).toEqual([1, expect.stringContaining('PORT="70000"')])
})
