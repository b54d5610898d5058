import { mkdirSync, writeFileSync } from 'node:fs'

/**
 * Writes the module that open pages depend on in development: when it changes they are made anew, and while there are
 * faults it throws them, so that the browser shows them. A build only needs it to be there.
 */
export function writeReloadFile(faults: string): void {
  mkdirSync('.contentlayer', { recursive: true })
  const text = faults ? `throw new Error(${JSON.stringify(faults)})` : `export default ${Date.now()}`
  writeFileSync('.contentlayer/reload.mjs', `${text}\n`)
}
