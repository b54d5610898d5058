import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listFiles } from '#content/checks/list-files'
import { readText } from '#content/checks/read-text'
import { checkedWordsDir, folders } from '#content/content-dir'

/**
 * Writes the words for Contentlayer as the checks read them: it stumbles over CRLF, takes a name in two Unicode forms
 * for two names, and makes file names of whole paths. Returns how many files it wrote.
 */
export async function copyCheckedWords(): Promise<number> {
  await rm(checkedWordsDir, { recursive: true, force: true })
  for (const folder of folders) await mkdir(join(checkedWordsDir, folder), { recursive: true })
  const { files } = listFiles()
  const copies = files.map(({ file, folder, slug }) => ({ from: file, to: `${folder}/${slug}.mdx` }))
  for (const { from, to } of [...copies, { from: 'publication.yaml', to: 'publication.yaml' }]) {
    const read = readText(from)
    if ('message' in read) throw new Error(`${from} ${read.message}`)
    await writeFile(join(checkedWordsDir, to), read.text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'))
  }
  return copies.length + 1
}
