import type { Root } from 'mdast'
import type { VFile } from 'vfile'

/** Stops a body with faults, so that nothing but words is ever made into pages. */
export const raiseFaults = () => (_tree: Root, file: VFile) => {
  const [fault] = file.data.faults ?? []
  if (fault) file.fail(fault.message, fault.position)
}
