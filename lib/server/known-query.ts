import { rowOf } from '#lib/rules/address-table'
import type { Address } from '#lib/rules/addresses'

/** What an address takes of a query: `?` and the first value of each parameter that it knows; empty where that is nothing. */
export function toKnownQuery(address: Address | undefined, query: string): string {
  const names = address && rowOf(address.kind).parameters
  if (!names || query === '') return ''
  const given = new URLSearchParams(query)
  const known = names.flatMap((name) => {
    const value = given.get(name)
    return value === null ? [] : [[name, value] as [string, string]]
  })
  return known.length === 0 ? '' : `?${new URLSearchParams(known)}`
}
