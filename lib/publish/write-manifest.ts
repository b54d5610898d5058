import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rulesKey } from '#content/build-cache/rules-key'
import type { Manifest } from '#lib/snapshot/current'
import { manifestName } from '#lib/snapshot/paths'

/** Notes in a finished snapshot when and by what code it was made. */
export function writeManifest(folder: string, now: Date): void {
  const manifest: Manifest = { madeAt: now.toISOString(), rules: rulesKey() }
  writeFileSync(join(folder, manifestName), JSON.stringify(manifest))
}
