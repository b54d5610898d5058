import { checkContent, type Words } from '#content/checks/check-content'
import { formatFault } from '#content/checks/fault'
import { count } from '#lib/rules/count'

/**
 * Prints the faults of the content folder, and of what changed in it since a commit; returns its words when there is
 * none, so that they may go to press.
 */
export async function getSoundWords(since?: string): Promise<Words | undefined> {
  const { faults, count: found, documents, words } = await checkContent(new Date(), since)
  for (const fault of faults) console.log(formatFault(fault))
  const read = count(documents, 'document', 'documents')
  console.log(found === 0 ? `Checked ${read}: no faults.` : `${count(found, 'fault', 'faults')} in ${read}.`)
  return faults.length === 0 ? words : undefined
}
