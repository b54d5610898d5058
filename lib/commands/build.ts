import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEnvironment } from '#lib/env'
import { buildContent } from './build-content'
import { isContentSound } from './check-content'

const { SITE_URL } = readEnvironment()
if (!(await isContentSound())) process.exit(1)
await buildContent()

const { status } = spawnSync('npx', ['next', 'build'], { stdio: 'inherit', env: { ...process.env, SITE_URL } })
if (status !== 0) process.exit(status ?? 1)
