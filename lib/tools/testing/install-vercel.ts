import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { installPackages } from '../bench/install-packages'

const folder = resolve('.data/tools/vercel')

/**
 * For tests: the path of Vercel's CLI, installed once into a separate folder. It is not a dependency because it has
 * hundreds of its own.
 */
export function installVercel(): string {
  const command = `${folder}/node_modules/.bin/vercel`
  mkdirSync(folder, { recursive: true })
  if (!existsSync(command)) installPackages(folder, ['vercel@50.44.0'])
  return command
}
