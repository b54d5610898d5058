import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scriptPath } from '../links'
import { oncePerProcess } from '../once-per-process.mjs'

/** The one script of the publication, which reports a read, and its address, which changes with its text. */
export const getReadScript = (): { path: string; text: string } =>
  oncePerProcess('read-script', () => {
    const text = readFileSync(join(process.cwd(), 'app/scripts/report-read.js'), 'utf8')
    return { path: scriptPath(createHash('sha256').update(text).digest('hex').slice(0, 12)), text }
  })
