import { isContentSound } from './check-content'

/** `npm run check:content`: exit code 1 when there is a fault. */
process.exitCode = (await isContentSound()) ? 0 : 1
