import { mkdirSync, writeFileSync } from 'node:fs'

/**
 * Writes the module that open pages depend on in development: when it changes they are made anew, and while there are
 * errors it throws them, so that the browser shows them. A build only needs it to be there.
 */
export function writeReloadFile(errors: string): void {
  mkdirSync('.contentlayer', { recursive: true })
  const text = errors ? `throw new Error(${JSON.stringify(errors)})` : `export default ${Date.now()}`
  writeFileSync('.contentlayer/reload.mjs', `${text}\n`)
}
