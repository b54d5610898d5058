/** A part of an address as Next hands it over, decoded and composed (NFC). */
export const toName = (param: string) => decodeURIComponent(param).normalize('NFC')

/** Returns a value that the gate has already found. Throws if it is missing. */
export function assertFound<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The gate let through an address without ${what}`)
  return found
}
