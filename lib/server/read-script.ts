import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scriptPath } from '#lib/rules/links'

type Script = { path: string; text: string }

let script: Script | undefined

/** The one script of the publication, which reports a read, and its address, which changes with its text. */
export function getReadScript(): Script {
  script ??= readScript()
  return script
}

function readScript(): Script {
  const text = readFileSync(join(process.cwd(), 'app/scripts/report-read.js'), 'utf8')
  return { path: scriptPath(createHash('sha256').update(text).digest('hex').slice(0, 12)), text }
}
