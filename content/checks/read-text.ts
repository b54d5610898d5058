import { readPlainFile, UnreadableFile } from './read-plain-file'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * More accents on one letter than any language has (UAX #15 stops at thirty): putting them in order takes time that
 * grows with the square of their number.
 */
const tooManyMarks = /\p{M}{31}/u

/** A file's text in composed form (NFC), so that a name is one name; or what keeps it from being text. */
export function readText(file: string, maxBytes: number): { text: string } | { message: string } {
  try {
    const text = utf8.decode(readPlainFile(file, maxBytes))
    if (text.includes('\0')) return { message: 'is not text. Save the story as plain text in UTF-8' }
    if (tooManyMarks.test(text)) {
      return { message: 'has a letter with more than thirty accents. Look for text that was pasted from elsewhere' }
    }
    return { text: text.normalize('NFC') }
  } catch (error) {
    if (error instanceof UnreadableFile) return { message: error.message }
    if (error instanceof TypeError) return { message: 'is not UTF-8. Save the story as plain text in UTF-8' }
    throw error
  }
}
