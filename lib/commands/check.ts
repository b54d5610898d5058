import { parseArgs } from 'node:util'
import { checkContent } from '#content/checks/check-content'
import { formatJson } from '#content/checks/content-error'
import { getValidContent } from '#lib/publish/report-errors'
import { refuseWrongEnvironment } from '#lib/runtime/refuse-wrong-environment'

/**
 * `npm run check:content`: exits with code 1 when there is an error. `--json` prints the errors as JSON for editors and
 * CI. `--since <commit>` also checks what must not change after that commit.
 */
refuseWrongEnvironment()
const { json, since } = readOptions()
if (json) {
  const { errors } = await checkContent(new Date(), since)
  console.log(formatJson(errors))
  process.exitCode = errors.length === 0 ? 0 : 1
} else {
  process.exitCode = (await getValidContent(since)) ? 0 : 1
}

function readOptions() {
  try {
    return parseArgs({ options: { json: { type: 'boolean' }, since: { type: 'string' } } }).values
  } catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}
