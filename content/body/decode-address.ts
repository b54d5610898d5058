/** The file that a Markdown address means: `a%20b.png` is `a b.png`; one that is not encoded means itself. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
