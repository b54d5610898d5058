import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Results of earlier runs, found by what they were made of and never by when. */
export type KeptResults<Result> = {
  /** The result for a text, made only if it is not kept. */
  get: (name: string, text: string, make: () => Result) => Result
  /** Keeps what this run has used, and drops all else. */
  save: () => void
}

const file = '.next/cache/dateline/checks.json'

/** Opens the results that were made by the same rules; a change of the rules, or a file cut short, means none. */
export function openKeptResults<Result>(): KeptResults<Result> {
  const rules = hash(rulesText())
  const kept = readKept<Result>(rules)
  const used: Record<string, Result> = {}
  return {
    get(name, text, make) {
      const key = hash(`${name}\0${text}`)
      const result = kept[key] ?? make()
      used[key] = result
      return result
    },
    save() {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.${process.pid}`, JSON.stringify({ rules, results: used }))
      renameSync(`${file}.${process.pid}`, file)
    },
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')

/** The text of all that decides what a fault is. */
function rulesText(): string {
  const folders = ['content/schema', 'content/body', 'content/checks', 'lib']
  const code = folders.flatMap((folder) =>
    readdirSync(folder).flatMap((name) => (name.endsWith('.ts') ? readFileSync(join(folder, name), 'utf8') : [])),
  )
  return [...code, readFileSync('package-lock.json', 'utf8')].join('\0')
}

function readKept<Result>(rules: string): Record<string, Result> {
  if (!existsSync(file)) return {}
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'))
    return kept.rules === rules ? kept.results : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
