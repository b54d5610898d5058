const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** What is wrong with an address in a body, if anything: only web, mail and phone addresses and the site's own. */
export function addressFault(address: string): string | undefined {
  if (address.startsWith('#')) return undefined
  if (address.startsWith('/') && !/^\/[/\\]/.test(address)) return undefined
  if (!URL.canParse(address)) {
    return `"${address}" is not an address. Start one inside the publication with "/", another with "https://"`
  }
  if (schemes.has(new URL(address).protocol)) return undefined
  return `"${address}" has an address scheme that is not allowed. Use https:, http:, mailto: or tel:`
}
