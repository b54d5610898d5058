import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

type Font = { name: string; data: Buffer; weight: 700; style: 'normal' }

const folder = () => join(/* turbopackIgnore: true */ process.cwd(), 'node_modules', '@fontsource', 'noto-serif-kr')

let subsets: Promise<{ name: string; ranges: [number, number][] }[]> | undefined
const loaded = new Map<string, Promise<Font>>()

/**
 * The parts of Noto Serif KR that hold the signs of a text. The font comes in some 120 files by ranges of Unicode,
 * Latin, Hangul and Hanja among them; few are needed for a headline.
 */
export async function getFonts(text: string): Promise<Font[]> {
  subsets ??= readSubsets()
  const points = [...new Set(text)].map((sign) => sign.codePointAt(0) ?? 0)
  const needed = (await subsets).filter(({ name, ranges }) =>
    name === 'latin' ? true : points.some((point) => ranges.some(([from, to]) => from <= point && point <= to)),
  )
  return Promise.all(needed.map(({ name }) => getFont(name)))
}

/** Latin first: where two parts hold a sign, it is to come from the one that holds its neighbours. */
async function readSubsets() {
  const ranges: Record<string, string> = JSON.parse(await readFile(join(folder(), 'unicode.json'), 'utf8'))
  return Object.entries(ranges)
    .map(([key, list]) => ({ name: key.replace(/[[\]]/g, ''), ranges: list.split(',').map(toRange) }))
    .sort((a, b) => Number(b.name === 'latin') - Number(a.name === 'latin'))
}

/** First and last code point of `U+ac00` or `U+ac00-d7a3`. */
function toRange(range: string): [number, number] {
  const [from = '', to = from] = range.slice('U+'.length).split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

function getFont(subset: string): Promise<Font> {
  const font = loaded.get(subset) ?? readFont(subset)
  loaded.set(subset, font)
  return font
}

async function readFont(name: string): Promise<Font> {
  const data = await readFile(join(folder(), 'files', `noto-serif-kr-${name}-700-normal.woff`))
  return { name, data, weight: 700, style: 'normal' }
}
