import { statSync } from 'node:fs'

/**
 * Stands for a file's content without reading it, which would take long for an archive: any write changes the time of
 * the file's status (`ctime`), which no program can set back. On another machine nothing agrees, and files are read.
 * Undefined while the file is so young that a second write could leave the same time.
 */
export function fileKey(path: string, now: Date): string | undefined {
  const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = statSync(path, { bigint: true })
  if (now.getTime() - Number(ctimeMs) < youngest) return undefined
  return [dev, ino, size, mtimeNs, ctimeNs, path].join(' ')
}

/** In milliseconds; some file systems count time in seconds. */
const youngest = 2000
