import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourcesName } from '#lib/generation'
import { pictureFolder } from '#lib/server/kept-picture'
import { toOriginalName } from '#lib/server/picture-names'
import { prunePictures } from '#lib/server/prune-pictures'
import type { Sources } from './base-generation'
import { builtGeneration, publishedFolder } from './published'

/** Removes the kept pictures whose originals are in no generation any more. They cost disk alone, so that a failure is no fault. */
export async function pruneKeptPictures(): Promise<void> {
  if (existsSync(pictureFolder())) await prunePictures(pictureFolder(), { originals: listOriginals() })
}

function listOriginals(): Set<string> {
  const published = readdirSync(publishedFolder()).map((name) => join(publishedFolder(), name))
  const lists = [builtGeneration(), ...published].map((folder) => join(folder, sourcesName))
  const hashes = lists
    .filter((list) => existsSync(list))
    .flatMap((list) => Object.entries(JSON.parse(readFileSync(list, 'utf8')) as Sources))
    .flatMap(([name, hash]) => (name.startsWith('photos/') ? [toOriginalName(hash)] : []))
  return new Set(hashes)
}
