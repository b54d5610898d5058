import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Starts the built site. */
const server = join(dirname(fileURLToPath(import.meta.url)), '../../.next/standalone/server.js')

if (!existsSync(server)) {
  console.error('There is no build yet. Run "npm run build" first.')
  process.exit(1)
}
await import(server)
