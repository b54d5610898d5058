import { mkdirSync } from 'node:fs'
import { pictureFolder } from '#lib/pictures/picture-cache'
import { prunePictures } from '#lib/pictures/prune-pictures'
import { readEnvironment } from '#lib/runtime/env'

/** Makes DATA_DIR where it is missing, and removes pictures that killed servers left half written. Where that fails, health says so. */
export function prepareDataDir(): void {
  try {
    mkdirSync(readEnvironment().DATA_DIR, { recursive: true })
  } catch {
    return
  }
  prunePictures(pictureFolder()).catch(() => {})
}
