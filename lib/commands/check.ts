import { checkContent } from '#content/checks/check-content'
import { refuseWrongEnvironment } from '#lib/server/refuse-wrong-environment'
import { getSoundWords } from './check-content'

/** `npm run check:content`: exit code 1 when there is a fault; with `--json` the faults as JSON for editors and CI. */
refuseWrongEnvironment()
if (process.argv.includes('--json')) {
  const { faults } = await checkContent(new Date())
  console.log(JSON.stringify(faults, null, 2))
  process.exitCode = faults.length === 0 ? 0 : 1
} else {
  process.exitCode = (await getSoundWords()) ? 0 : 1
}
