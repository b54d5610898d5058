import { setDefaultResultOrder } from 'node:dns'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'

/**
 * `node server.js` in the folder that a build leaves. Paths count from where the command was given; the origin must be
 * the one that was built. What is settled here must stand before Next's own server begins.
 */
const built = readFileSync(join(import.meta.dirname, 'site-url'), 'utf8')
const wanted = (process.env.SITE_URL || built).replace(/\/$/, '')
if (wanted !== built) stop(`SITE_URL is ${wanted}, but the site was built for ${built}. Build again, or unset it.`)

// Next takes any other PORT for 3000, or fails without its name.
const port = process.env.PORT || '3000'
if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) stop(`PORT="${port}" must be a whole number below 65536.`)

process.env.SITE_URL = built
process.env.DATA_DIR = resolve(process.env.DATA_DIR || '.data')
if (process.env.HOSTNAME === '127.0.0.1') setDefaultResultOrder('ipv4first')
process.env.HOSTNAME = toListenOn(process.env.HOSTNAME ?? '')
// Longer than a proxy in front keeps a connection that nobody uses, so that it never picks one that is closing.
process.env.KEEP_ALIVE_TIMEOUT = '65000'
// Dateline drains by itself: Next would end with another code than 0.
process.env.NEXT_MANUAL_SIG_HANDLE = '1'
await import('./next-server.js')

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
