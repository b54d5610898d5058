import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Starts the built site. Paths count from where the command was given; the origin must be the one that was built. */
const standalone = join(dirname(fileURLToPath(import.meta.url)), '../../.next/standalone')

if (!existsSync(join(standalone, 'server.js'))) stop('There is no build yet. Run "npm run build" first.')

const built = readFileSync(join(standalone, 'site-url'), 'utf8')
const wanted = (process.env.SITE_URL || built).replace(/\/$/, '')
if (wanted !== built) stop(`SITE_URL is ${wanted}, but the site was built for ${built}. Build again, or unset it.`)

// Next takes any other PORT for 3000, or fails without its name.
const port = process.env.PORT || '3000'
if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) stop(`PORT="${port}" must be a whole number below 65536.`)

process.env.SITE_URL = built
process.env.DATA_DIR = resolve(process.env.DATA_DIR || '.data')
process.env.HOSTNAME = toListenOn(process.env.HOSTNAME ?? '')
await import(join(standalone, 'server.js'))

/** Containers set HOSTNAME to the machine's name; only an address or "localhost" says where to listen. */
function toListenOn(name) {
  // Next takes 127.0.0.1 and localhost for different sites and would ask itself over the network for every 404.
  if (name === 'localhost' || name === '127.0.0.1') return 'localhost'
  return isIP(name) ? name : '0.0.0.0'
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
