import { shareSize } from '../share-size'
import { type Box, box, draw } from './draw'

/** What a card says: whose it is, its headline, and a label and a date below it. All of it legible. */
export type Card = { name: string; headline: string; label: string; date: string }

const paper = '#fbf9f3'
const ink = '#17191f'
const soft = '#4b4f58'
const seal = '#ab2f1a'

const margin = 64
const top = 44
const width = shareSize.width - 2 * margin
/** Room for the headline between the name and the line below. */
const room = 360
const sizes = [92, 84, 76, 68, 60, 54, 48, 42, 36, 30]

/** The card as SVG, its headline in the largest size that fits. */
export async function drawCard(card: Card): Promise<string> {
  const headline = await fitHeadline(card.headline)
  const { width: fullWidth, height } = shareSize
  const content = box(
    { width: fullWidth, height, padding: `${top}px ${margin}px ${margin}px`, background: paper, color: ink },
    box(
      { flexDirection: 'column', width, height: height - top - margin, justifyContent: 'space-between' },
      box(
        { borderBottom: `3px solid ${ink}`, paddingBottom: 16, fontSize: 40, alignItems: 'flex-end' },
        card.name,
        box({ width: 10, height: 10, marginLeft: 6, marginBottom: 14, background: seal }),
      ),
      headline,
      box(
        { fontSize: 28, justifyContent: 'space-between' },
        box({ color: seal }, card.label),
        box({ color: soft }, card.date),
      ),
    ),
  )
  return (await draw(content, Object.values(card).join(''), shareSize)).svg
}

async function fitHeadline(text: string): Promise<Box> {
  for (const fontSize of sizes) {
    const headline = setHeadline(text, fontSize)
    const { svg } = await draw(headline, text, { width })
    if (Number(/height="(\d+)/.exec(svg)?.[1]) <= room) return headline
  }
  throw new Error(`The headline is too long for a card: ${text}`)
}

const setHeadline = (text: string, fontSize: number) =>
  box({ width, fontSize, lineHeight: 1.18, letterSpacing: -fontSize / 80, wordBreak: wrap(text) }, text)

/** Hangul breaks between words, like Latin; only a word longer than a line is broken. */
const wrap = (text: string) => (text.split(' ').some((word) => word.length > 24) ? 'break-word' : 'keep-all')
