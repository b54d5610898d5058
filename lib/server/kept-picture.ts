import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readEnvironment } from '../env'
import { logFault } from '../log'

const inProgress = new Map<string, Promise<Buffer>>()

/** Where pictures that were made are kept. */
export const pictureFolder = () => join(/* turbopackIgnore: true */ readEnvironment().DATA_DIR, 'images')

/**
 * A picture made once and kept in `folder`: `name` must tell apart all that goes into it. However many ask for it at
 * the same time, it is made once. Throws what `make` throws.
 */
export async function keepPicture(folder: string, name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const kept = await readFile(join(/* turbopackIgnore: true */ folder, name)).catch(() => undefined)
  if (kept) return kept
  const making = inProgress.get(name) ?? make().finally(() => inProgress.delete(name))
  inProgress.set(name, making)
  const picture = await making
  // A folder that cannot be written costs speed, not the picture.
  await write(folder, name, picture).catch((error: Error) => logFault(`Pictures are not kept: ${error.message}`))
  return picture
}

async function write(folder: string, name: string, picture: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  const partial = join(/* turbopackIgnore: true */ folder, `${name}.${process.pid}-${performance.now()}`)
  await writeFile(partial, picture)
  await rename(partial, join(/* turbopackIgnore: true */ folder, name))
}
