/** What an original is called in the names of the pictures made of it: the SHA-256 of its bytes, here in base64url, to 32 hex digits. */
export const toOriginalName = (hash: string) => Buffer.from(hash, 'base64url').toString('hex').slice(0, 32)

/** The original that a kept picture was made of; an image for sharing has none. Undefined where a file is no kept picture. */
export function readPictureName(name: string): { original?: string } | undefined {
  const [, original, form] = /^([\da-f]{32})-(share\.png|\w+\.(?:avif|webp))$/.exec(name) ?? []
  if (!form) return undefined
  return form === 'share.png' ? {} : { original }
}

/** Is a file what a picture was first written to, before it got its name? */
export const isPartialPicture = (name: string) => /^[\da-f]{32}-\w+\.\w+\.\d+-[\d.]+$/.test(name)
