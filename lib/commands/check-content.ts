import { checkContent } from '#content/checks/check-content'
import { formatFault } from '#content/checks/fault'

/** Prints every fault of the content folder and says whether it may go to press. */
export async function isContentSound(): Promise<boolean> {
  const { faults, documents } = await checkContent(new Date())
  for (const fault of faults) console.error(formatFault(fault))
  if (faults.length === 0) console.log(`Checked ${count(documents, 'document')}: no faults.`)
  else console.error(`${count(faults.length, 'fault')} in ${count(documents, 'document')}.`)
  return faults.length === 0
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
