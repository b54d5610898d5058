import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { installPackages } from '../bench/install-packages'

const folder = resolve('.data/tools/vercel')

/** For tests: the path of Vercel's command, installed once into a folder of its own. It is no dependency: it has hundreds. */
export function installVercel(): string {
  const command = `${folder}/node_modules/.bin/vercel`
  mkdirSync(folder, { recursive: true })
  if (!existsSync(command)) installPackages(folder, ['vercel@50.44.0'])
  return command
}
