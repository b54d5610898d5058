import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pictureFolder } from '#lib/pictures/picture-cache'
import { toOriginalName } from '#lib/pictures/picture-names'
import { prunePictures } from '#lib/pictures/prune-pictures'
import { sourcesName } from '#lib/snapshot/paths'
import type { Sources } from './base-snapshot'
import { builtSnapshot, publishedFolder } from './published-snapshots'

/** Removes cached pictures whose originals are in no snapshot any more. A failure is not an error, as they only take disk space. */
export async function prunePictureCache(): Promise<void> {
  if (existsSync(pictureFolder())) await prunePictures(pictureFolder(), { originals: listOriginals() })
}

function listOriginals(): Set<string> {
  const published = readdirSync(publishedFolder()).map((name) => join(publishedFolder(), name))
  const lists = [builtSnapshot(), ...published].map((folder) => join(folder, sourcesName))
  const hashes = lists
    .filter((list) => existsSync(list))
    .flatMap((list) => Object.entries(JSON.parse(readFileSync(list, 'utf8')) as Sources))
    .flatMap(([name, hash]) => (name.startsWith('photos/') ? [toOriginalName(hash)] : []))
  return new Set(hashes)
}
