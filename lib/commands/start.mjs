import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Starts the built site. Paths count from where the command was given; the origin must be the one that was built. */
const standalone = join(dirname(fileURLToPath(import.meta.url)), '../../.next/standalone')

if (!existsSync(join(standalone, 'server.js'))) stop('There is no build yet. Run "npm run build" first.')

const built = readFileSync(join(standalone, 'site-url'), 'utf8')
const wanted = (process.env.SITE_URL || built).replace(/\/$/, '')
if (wanted !== built) stop(`SITE_URL is ${wanted}, but the site was built for ${built}. Build again, or unset it.`)

process.env.SITE_URL = built
process.env.DATA_DIR = resolve(process.env.DATA_DIR || '.data')
// Shells and containers set HOSTNAME to the machine's name, which is not what Next listens on by that name.
process.env.HOSTNAME = process.env.LISTEN_ON || '0.0.0.0'
await import(join(standalone, 'server.js'))

function stop(message) {
  console.error(message)
  process.exit(1)
}
