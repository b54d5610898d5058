import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'

/**
 * `node server.js` in the folder that a build leaves. Paths count from where the command was given; the origin must be
 * the one that was built. What is settled here must stand before the server's own code begins.
 */
const built = readFileSync(join(import.meta.dirname, 'site-url'), 'utf8')
const wanted = (process.env.SITE_URL || built).replace(/\/$/, '')
if (wanted !== built) stop(`SITE_URL is ${wanted}, but the site was built for ${built}. Build again, or unset it.`)

process.env.NODE_ENV = 'production'
process.env.SITE_URL = built
process.env.DATA_DIR = resolve(process.env.DATA_DIR || '.data')
process.chdir(import.meta.dirname)
const { HOSTNAME = '' } = process.env
if (HOSTNAME && !isIP(HOSTNAME) && !/^(?=.*[a-z])[\w.-]+$/i.test(HOSTNAME))
  stop(`HOSTNAME="${HOSTNAME}" must be an IP address or "localhost", without a port.`)
// Containers set HOSTNAME to the machine's name; only an address or "localhost" says where to listen, else it is everywhere.
process.env.HOSTNAME = HOSTNAME === 'localhost' || isIP(HOSTNAME) ? HOSTNAME : ''
await import('./server/site.mjs')

function stop(message) {
  console.error(message)
  process.exit(1)
}
