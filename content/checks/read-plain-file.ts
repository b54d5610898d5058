import { closeSync, constants, fstatSync, openSync, readlinkSync, readSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { contentDir } from '#content/content-dir'

/** What keeps a file from being read, in words for a reporter. */
export class UnreadableFile extends Error {}

/**
 * The bytes of a file of the content folder, which is opened once: it must be a plain file of at most `maxBytes`, and no
 * step of its path below the content folder may be a link. Throws `UnreadableFile`.
 */
export function readPlainFile(file: string, maxBytes: number): Buffer {
  const path = join(contentDir(), file)
  const opened = open(path)
  try {
    const { size } = requirePlain(opened)
    if (size > maxBytes) throw new UnreadableFile(tooLarge(maxBytes))
    if (whereIs(opened, path) !== join(realpathSync(contentDir()), file)) {
      throw new UnreadableFile('is reached through a link, or changed while it was read. Put the file itself here')
    }
    const bytes = Buffer.alloc(size + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(opened, bytes, length, bytes.length - length, null)
    }
    if (length !== size) throw new UnreadableFile('changed while it was read. Run the command again')
    return bytes.subarray(0, size)
  } finally {
    closeSync(opened)
  }
}

/** `2 MB`: a limit as people read it. */
export const tooLarge = (maxBytes: number) =>
  `is larger than ${maxBytes >= 1e6 ? `${maxBytes / 1e6} MB` : `${maxBytes / 1e3} KB`}. Make it smaller`

/** Why the system does not let a file or folder be read. */
export function toUnreadable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'was removed while it was read. Run the command again'
  if (code === 'ENAMETOOLONG') return 'has too long a name. Rename it, or its folder'
  if (code === 'EACCES' || code === 'EPERM') return `cannot be read (${code}). Mend its permissions`
  return `cannot be read (${code})`
}

function open(path: string): number {
  try {
    // A named pipe would keep the command waiting without O_NONBLOCK.
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ELOOP' || code === 'EMLINK') throw new UnreadableFile('is a symbolic link. Put the file itself here')
    throw new UnreadableFile(toUnreadable(error))
  }
}

function requirePlain(opened: number) {
  const stat = fstatSync(opened)
  if (!stat.isFile()) throw new UnreadableFile('is not a plain file. Replace it with one')
  return stat
}

/** Where an opened file lies. Linux knows; elsewhere the path is resolved a second time, which can only tell where it leads now. */
const whereIs = (opened: number, path: string) =>
  process.platform === 'linux' ? readlinkSync(`/proc/self/fd/${opened}`) : realpathSync(path)
