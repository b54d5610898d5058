import sharp from 'sharp'

// A kept decoder takes memory that nobody counts.
sharp.cache(false)
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
 * @typedef {{ maxPhotoPixels: number, maxCostlyPixels: number }} Limits
 * @param {Buffer} bytes
 * @param {Limits} limits
 */
async function open(bytes, limits) {
  const picture = sharp(bytes, { limitInputPixels: false })
  const { format, compression, isProgressive, depth, autoOrient } = await picture.metadata()
  const { width, height } = autoOrient
  const isCostly = format === 'heif' || isProgressive || depth !== 'uchar'
  const maxPixels = isCostly ? limits.maxCostlyPixels : limits.maxPhotoPixels
  const isSmall = width * height <= maxPixels
  return { format, compression, width, height, maxPixels, isWhole: isSmall && (await isWhole(bytes)) }
}

/** Can all of a picture be read? Sharp reads JPEG at an eighth of its size where it needs no more. */
const isWhole = (/** @type {Buffer} */ bytes) =>
  sharp(bytes, { limitInputPixels: false })
    .resize(16, 16, { fit: 'fill' })
    .raw()
    .toBuffer()
    .then(Boolean, () => false)
