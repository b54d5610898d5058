import { mkdirSync } from 'node:fs'
import { pictureFolder } from '#lib/pictures/picture-cache'
import { prunePictures } from '#lib/pictures/prune-pictures'
import { readEnvironment } from '#lib/runtime/env'

/** Creates DATA_DIR if it is missing, and removes unfinished pictures of killed servers. If that fails, health reports it. */
export function prepareDataDir(): void {
  try {
    mkdirSync(readEnvironment().DATA_DIR, { recursive: true })
  } catch {
    return
  }
  prunePictures(pictureFolder()).catch(() => {})
}
