import { getFonts } from './fonts'

/** A box of the card: how it looks and what stands in it. Satori takes React's elements, of which this is one. */
export type Box = { type: 'div'; props: { style: Style; children: (Box | string)[] } }
type Style = Record<string, string | number>

export const box = (style: Style, ...children: (Box | string)[]): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
})

/** A drawing as SVG with letters as paths, and the signs for which no font has a glyph. */
type Drawing = { svg: string; missing: Set<string> }

/** Draws a box that says `text`; without a height it takes as much as it needs. Sizes are pixels. */
export async function draw(content: Box, text: string, size: { width: number; height?: number }): Promise<Drawing> {
  // Large, and of no use until somebody asks for an image.
  const { default: satori } = await import('satori')
  const fonts = await getFonts(text)
  const missing = new Set<string>()
  const root = box({ width: '100%', fontFamily: fonts.map(({ name }) => `'${name}'`).join(', ') }, content)
  const svg = await satori(root as never, {
    ...(size as { width: number }),
    fonts,
    loadAdditionalAsset: async (_, signs) => {
      for (const sign of signs) missing.add(sign)
      return []
    },
  })
  return { svg, missing }
}
