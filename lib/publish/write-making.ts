import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rulesKey } from '#content/build-cache/rules-key'
import type { Making } from '#lib/snapshot/current'
import { makingName } from '#lib/snapshot/paths'

/** Notes in a finished generation when and by what code it was made. */
export function writeMaking(folder: string, now: Date): void {
  const making: Making = { madeAt: now.toISOString(), rules: rulesKey() }
  writeFileSync(join(folder, makingName), JSON.stringify(making))
}
