import { getEdition } from '#lib/publication/articles'
import { onceEach } from '#lib/rules/once-each'
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

/** The words of a person's name, and the name in its own script; made once, for a search looks at all people. */
const namesOf = onceEach(({ name, nativeName }: Person) => ({
  names: wordsOf(name),
  native: wordsOf(nativeName?.text ?? '').join(''),
}))

const wordsOf = (text: string): string[] => plainSpelling(text.toLowerCase()).match(/[\p{L}\p{N}]{2,}/gu) ?? []
