import { type Address, toTableName } from '#lib/rules/addresses'

/** The parameters that addresses take, by their names in the table of handlers. Pages take none. */
const parameters: Record<string, readonly string[]> = {
  'standing:search': ['q', 'topic', 'from', 'to', 'page'],
  'standing:api/preview': ['secret', 'slug'],
  'standing:api/health': ['live'],
  photo: ['w', 'crop'],
}

/** What an address takes of a query: `?` and the first value of each parameter that it knows; empty where that is nothing. */
export function toKnownQuery(address: Address | undefined, query: string): string {
  const names = address && parameters[toTableName(address)]
  if (!names || query === '') return ''
  const given = new URLSearchParams(query)
  const known = names.flatMap((name) => {
    const value = given.get(name)
    return value === null ? [] : [[name, value] as [string, string]]
  })
  return known.length === 0 ? '' : `?${new URLSearchParams(known)}`
}
