import { mkdirSync, writeFileSync } from 'node:fs'

/**
 * Writes the module that every page imports in development. When it changes, open pages reload; while the content has
 * errors it throws them, so that the browser shows them. A build only needs the file to exist.
 */
export function writeReloadFile(errors: string): void {
  mkdirSync('.contentlayer', { recursive: true })
  const text = errors ? `throw new Error(${JSON.stringify(errors)})` : `export default ${Date.now()}`
  writeFileSync('.contentlayer/reload.mjs', `${text}\n`)
}
