import sharp from 'sharp'

// What is opened is what the formats need: a file may hold anything under the name of a picture, and an SVG may take for ever.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((format) => `VipsForeignLoad${format}`) })

/** A program that opens pictures for the checks; `openPicture` starts and ends it. */
process.on('message', (/** @type {{ bytes: Buffer, limits: Limits }} */ { bytes, limits }) =>
  open(Buffer.from(bytes), limits).then(send, () => send(undefined)),
)
// Of a command that was killed, nobody waits for the answer.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

const send = (/** @type {unknown} */ picture) => process.send?.({ picture })
send(undefined)

/**
 * A picture's format and size as its camera held it, and whether all of it can be read, which is tried within the limits.
 * @typedef {{ maxPixels: number, maxAvifPixels: number }} Limits
 * @param {Buffer} bytes
 * @param {Limits} limits
 */
async function open(bytes, limits) {
  const { format, compression, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
  const { width, height } = autoOrient
  const isSmall = width * height <= (format === 'heif' ? limits.maxAvifPixels : limits.maxPixels)
  return { format, compression, width, height, isWhole: isSmall && (await isWhole(bytes)) }
}

/** Can all of a picture be read? Sharp reads JPEG at an eighth of its size where it needs no more. */
const isWhole = (/** @type {Buffer} */ bytes) =>
  sharp(bytes, { limitInputPixels: false })
    .resize(16, 16, { fit: 'fill' })
    .raw()
    .toBuffer()
    .then(Boolean, () => false)
