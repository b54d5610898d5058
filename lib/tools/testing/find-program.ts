import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * The path of a program that the tests run beside the site: the installed one, else Debian's package, installed now.
 */
export function findProgram(name: string, debianPackage: string): string {
  const found = onPath(name)
  if (found) return found
  installDebianPackage(debianPackage)
  const installed = onPath(name)
  if (installed) return installed
  throw new Error(`The tests need ${name}. Install it: Debian's package is ${debianPackage}`)
}

/** The path of a program, if it is installed. Servers are in folders that an ordinary user's PATH leaves out. */
export function onPath(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/local/sbin', '/usr/sbin']
  return folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path))
}

/** Installs a Debian package. This works only as root on Debian. */
export function installDebianPackage(name: string): void {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return
  console.log(`Installing Debian's package ${name}.`)
  run('apt-get', ['update'])
  run('apt-get', ['install', '--yes', '--no-install-recommends', name])
}

const run = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
