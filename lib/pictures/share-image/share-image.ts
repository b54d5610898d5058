import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { makeShareImageInTurn } from '../costly-work'
import { keepPicture, type MadePicture } from '../picture-cache'
import { type Card, drawCard } from './card'
import { toLegible } from './legible'

/** To be raised when cards look otherwise than before, so that kept ones are made anew. */
const look = 1

/** The image for sharing as PNG, made once for the same words and kept in `folder`. */
export function toShareImage(card: Card, folder: string): Promise<MadePicture> {
  const words = createHash('sha256')
    .update(JSON.stringify([look, card]))
    .digest('hex')
    .slice(0, 32)
  return keepPicture(folder, `${words}-share.png`, async () => makeShareImage(card), makeShareImageInTurn)
}

/** A headline that no font can show gives way to the publication's name; other words to nothing. */
async function makeShareImage(card: Card): Promise<Buffer> {
  const [name = '', headline = name, label = '', date = ''] = await Promise.all(
    [card.name, card.headline, card.label, card.date].map(toLegible),
  )
  const svg = await drawCard({ name, headline, label, date })
  // Letters on paper need few colours: a palette has a quarter of the bytes.
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16, dither: 0, effort: 10 }).toBuffer()
}
