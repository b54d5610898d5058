/** A part of an address as Next hands it over, decoded and composed (NFC). */
export const toName = (param: string) => decodeURIComponent(param).normalize('NFC')

/** Something that the gate has made sure of. Throws when it is missing all the same. */
export function assertFound<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The gate let through an address without ${what}`)
  return found
}
