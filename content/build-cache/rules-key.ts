import { findRulesKey, hashOf } from './find-rules-key.mjs'

export { hashOf }

/** Set in the publisher's bundle, whose code never changes. */
declare const BUNDLED_RULES_KEY: string | undefined

let known: string | undefined

/** Stands for all code and libraries that make something of the words; found once in the life of a process. */
export function rulesKey(): string {
  known ??= typeof BUNDLED_RULES_KEY === 'string' ? BUNDLED_RULES_KEY : findRulesKey('.')
  return known
}
