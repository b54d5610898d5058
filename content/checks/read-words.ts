import { hashOf, rulesKey } from '../rules-key'
import type { Fault } from './fault'
import { type ListedFile, listFiles } from './list-files'
import { readText } from './read-text'

/** A document's file as it was read: its text, or why there is none. The key stands for file, text and rules. */
export type WordsFile = ListedFile & { key: string; text: string; unreadable: string | undefined }

/** Every document of the content folder as it was at one moment, and what is wrong with the files themselves. */
export function readWords(): { files: WordsFile[]; faults: Fault[] } {
  const { files, faults } = listFiles()
  return { files: files.map(readWordsFile), faults }
}

function readWordsFile(listed: ListedFile): WordsFile {
  const read = readText(listed.file)
  if ('message' in read) return { ...listed, key: '', text: '', unreadable: read.message }
  return { ...listed, key: hashOf(rulesKey(), listed.file, read.text), text: read.text, unreadable: undefined }
}
