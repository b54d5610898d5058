/** The address of whoever asks, as the server's socket and its trusted proxies know it. */
export const clientAddress = (headers: Headers): string => headers.get('x-client-address') ?? 'unknown'
