import { getEdition } from '#lib/publication/articles'
import { readIndex } from '#lib/snapshot/load'
import type { Person } from '#lib/types'
import { plainSpelling } from './spelling'

const most = 3

/**
 * The people quoted in public stories whom a query names: all its words are words of their name, or it is
 * their name in its own script. None when it names more than three, for then it is no name.
 */
export function findPeople(query: string, now: Date): Person[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const { byPerson } = getEdition(now)
  const together = words.join('')
  const found = readIndex().people.filter((person) => {
    if (!byPerson.has(person.slug)) return false
    const { names, native } = namesOf(person)
    return words.every((word) => names.includes(word)) || (native !== '' && native === together)
  })
  return found.length > most ? [] : found
}

const known = new WeakMap<Person, { names: string[]; native: string }>()

/** The words of a person's name, and the name in its own script; made once, for a search looks at all people. */
function namesOf(person: Person): { names: string[]; native: string } {
  const made = known.get(person) ?? {
    names: wordsOf(person.name),
    native: wordsOf(person.nativeName?.text ?? '').join(''),
  }
  known.set(person, made)
  return made
}

const wordsOf = (text: string): string[] => plainSpelling(text.toLowerCase()).match(/[\p{L}\p{N}]{2,}/gu) ?? []
