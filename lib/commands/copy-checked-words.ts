import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withoutMarks } from '#content/checks/check-document'
import type { WordsFile } from '#content/checks/read-words'
import { checkedWordsDir, folders } from '#content/content-dir'

/**
 * Writes words for Contentlayer as the checks read them: it stumbles over CRLF, takes a name in two Unicode forms
 * for two names, and makes file names of whole paths. The publication's own file always goes along.
 */
export async function copyCheckedWords(files: WordsFile[], publication: string): Promise<void> {
  await rm(checkedWordsDir, { recursive: true, force: true })
  for (const folder of folders) await mkdir(join(checkedWordsDir, folder), { recursive: true })
  const copies = files.map(({ folder, slug, read }) => ({ to: `${folder}/${slug}.mdx`, text: read() }))
  for (const { to, text } of [...copies, { to: 'publication.yaml', text: publication }]) {
    await writeFile(join(checkedWordsDir, to), withoutMarks(text))
  }
}
