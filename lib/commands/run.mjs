import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getCommandBundle } from '../build/command-bundle.mjs'

/** `node lib/commands/run.mjs <command> …`: runs a command from the bundle. */
const [command] = process.argv.splice(2, 1)
await import(pathToFileURL(join(await getCommandBundle(), `${command}.mjs`)).href)
