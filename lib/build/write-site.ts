import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linkOrCopyFolder } from '#lib/publish/link-or-copy'
import { snapshotDir, stylesFile } from '#lib/snapshot/paths'
import { movePrerendered } from './move-prerendered'
import { bundleDir } from './run-next-build'
import { nativePackages } from './server-bundle'

/** Files that the server reads by path, relative to the folder it runs in. */
const files = [
  ...['app/icon.svg', 'app/apple-icon.png', 'app/favicon.ico', 'app/scripts/report-read.js'],
  ...['.next/BUILD_ID', stylesFile],
]

const shareFont = 'node_modules/@fontsource/noto-serif-kr'

/** Assembles the folder that runs with Node alone from the output of a build. */
export function writeSite(folder: string, siteUrl: string, edition: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  movePrerendered(folder, edition)
  linkOrCopyFolder(snapshotDir, join(folder, snapshotDir))
  linkOrCopyFolder(bundleDir, join(folder, 'server'))
  copyFileSync('lib/server/entry.mjs', join(folder, 'server.js'))
  const { name, version, type } = JSON.parse(readFileSync('package.json', 'utf8'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, private: true, type }))
  writeFileSync(join(folder, 'site-url'), siteUrl)
  for (const file of files) cpSync(file, join(folder, file))
  for (const name of nativePackages) copyPackage(name, '.', folder)
  cpSync(shareFont, join(folder, shareFont), {
    recursive: true,
    filter: (file) => !/\.\w+$/.test(file) || /unicode\.json$|-700-normal\.woff$/.test(file),
  })
}

/** Copies an installed package and its installed dependencies. `from` is the package that requires it. */
function copyPackage(name: string, from: string, to: string): void {
  const nested = join(from, 'node_modules', name)
  const place = existsSync(nested) ? nested : join('node_modules', name)
  if (!existsSync(place) || existsSync(join(to, place))) return
  linkOrCopyFolder(place, join(to, place))
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) copyPackage(needed, place, to)
}
