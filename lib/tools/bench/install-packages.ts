import { spawnSync } from 'node:child_process'

/** Installs packages that only a benchmark needs into a separate folder. Throws npm's output on failure. */
export function installPackages(folder: string, packages: string[]): void {
  const args = ['install', '--no-audit', '--no-fund', '--prefix', folder, ...packages]
  const { status, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${packages.join(' ')} cannot be installed:\n${stderr}`)
}
