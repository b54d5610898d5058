/**
 * How many parts a picture has that a decoder looks through whenever it opens it: chunks of PNG and WebP, segments of JPEG,
 * frames of GIF. Data of the picture itself is not counted, and nothing of AVIF, whose decoder has limits.
 */
export function countParts(bytes: Buffer): number {
  const start = bytes.toString('latin1', 0, 12)
  if (isPng(bytes)) return countPng(bytes)
  if (start.startsWith('\xff\xd8')) return countJpeg(bytes)
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return countWebp(bytes)
  return start.startsWith('GIF8') ? countGif(bytes) : 0
}

function countPng(bytes: Buffer): number {
  let parts = 0
  for (const { type } of chunksOf(bytes)) if (type !== 'IDAT') parts++
  return parts
}

/** The bytes of the chunks of a PNG that may hold compressed text (PNG, 11.3.3); none of other pictures. */
export function countCompressedText(bytes: Buffer): number {
  if (!isPng(bytes)) return 0
  let sum = 0
  let profiles = 0
  for (const { type, data, length } of chunksOf(bytes)) {
    // One colour profile is usual. Of a text: a keyword, its end, and whether it is compressed.
    const isProfileAgain = type === 'iCCP' && profiles++ > 0
    if (isProfileAgain || type === 'zTXt' || (type === 'iTXt' && data[data.indexOf(0) + 1] === 1)) sum += length
  }
  return sum
}

const isPng = (bytes: Buffer) => bytes.toString('latin1', 0, 4) === '\x89PNG'

/** The chunks of a PNG, with as many bytes of each as the file has, and as many as it says. */
function* chunksOf(bytes: Buffer): Generator<{ type: string; data: Buffer; length: number }> {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    yield { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length), length }
    at += 12 + length
  }
}

/** Decoders pass over what is no marker; in the data of a scan `ff` stands before a zero (ITU T.81, B.1.1.2 and B.1.1.5). */
function countJpeg(bytes: Buffer): number {
  let parts = 0
  for (let at = bytes.indexOf(0xff, 2); at !== -1 && at + 4 <= bytes.length; at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at++
    else if (marker <= 1 || (marker >= 0xd0 && marker <= 0xd9)) at += 2
    else {
      parts++
      at += 2 + Math.max(2, bytes.readUInt16BE(at + 2))
    }
  }
  return parts
}

/** A decoder looks for more chunks within a frame, and for frames within that. */
function countWebp(bytes: Buffer): number {
  let parts = 0
  for (let at = 12; at + 8 <= bytes.length; parts++) {
    const length = bytes.readUInt32LE(at + 4)
    const isFrame = bytes.toString('latin1', at, at + 4) === 'ANMF'
    at += 8 + (isFrame ? Math.min(length, frameHead) : length + (length % 2))
  }
  return parts
}

/** The bytes of a frame before its own chunks: where it stands and how long it shows. */
const frameHead = 16

/** Bytes of a table of colours, by the flags that stand before it. */
const tableOf = (flags = 0) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function countGif(bytes: Buffer): number {
  let parts = 0
  for (let at = 13 + tableOf(bytes[10]); at < bytes.length; ) {
    const kind = bytes[at]
    if (kind === 0x3b) break
    if (kind !== 0x2c && kind !== 0x21) {
      at++
      continue
    }
    if (kind === 0x2c) parts++
    at += kind === 0x2c ? 11 + tableOf(bytes[at + 9]) : 2
    while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0)
    at++
  }
  return parts
}
