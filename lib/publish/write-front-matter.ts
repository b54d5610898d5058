import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckedFile } from '#content/checks/check-content'
import { withoutMarks } from '#content/checks/check-document'
import { folders, frontMatterDir } from '#content/content-dir'

/** The name of a document within the folder that Contentlayer reads, by which it calls the document, too. */
export const toFrontMatterName = ({ folder, slug }: CheckedFile) => `${folder}/${slug}.json`

/** Writes the checked front matter of documents for Contentlayer. The publication's own file always goes along. */
export async function writeFrontMatter(files: CheckedFile[], publication: string): Promise<void> {
  await rm(frontMatterDir, { recursive: true, force: true })
  for (const folder of folders) await mkdir(join(frontMatterDir, folder), { recursive: true })
  for (const file of files) await writeFile(join(frontMatterDir, toFrontMatterName(file)), JSON.stringify(file.data))
  await writeFile(join(frontMatterDir, 'publication.yaml'), withoutMarks(publication))
}
