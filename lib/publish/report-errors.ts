import { type Content, checkContent } from '#content/checks/check-content'
import { formatError } from '#content/checks/content-error'
import { count } from '#lib/rules/count'

/**
 * Prints the errors of the content folder, and of what changed in it since a commit; returns its content when there is
 * none.
 */
export async function getValidContent(since?: string): Promise<Content | undefined> {
  const { errors, count: found, documents, content } = await checkContent(new Date(), since)
  for (const error of errors) console.log(formatError(error))
  const read = count(documents, 'document', 'documents')
  console.log(found === 0 ? `Checked ${read}: no errors.` : `${count(found, 'error', 'errors')} in ${read}.`)
  return errors.length === 0 ? content : undefined
}
