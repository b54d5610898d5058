import { lstatSync } from 'node:fs'

/**
 * Stands for a plain file's content without reading it, which would take long for an archive: any write changes the time
 * of the file's status (`ctime`), which no program can set back. On another machine nothing agrees, and files are read.
 * Undefined for anything but a plain file, and while the file is so young that a second write could leave the same time.
 */
export function fileKey(path: string, now: Date): string | undefined {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  if (!stat?.isFile() || now.getTime() - Number(stat.ctimeMs) < youngest) return undefined
  return [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs, path].join(' ')
}

/** In milliseconds; some file systems count time in seconds. */
const youngest = 2000
