import type { PhotoSize } from '#lib/types'

/** The ratios that search engines ask of a story's picture; no other is made. */
export const photoCrops = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 } as const

export type PhotoCrop = keyof typeof photoCrops

export const isPhotoCrop = (value: string): value is PhotoCrop => Object.hasOwn(photoCrops, value)

/** Discover wants this many pixels. */
const widest = 1200

/** The size of a crop: 1,200 px wide, or less where the picture itself has less; it is never enlarged. */
export function toCropSize({ width, height }: PhotoSize, crop: PhotoCrop): PhotoSize {
  const ratio = photoCrops[crop]
  const cropped = Math.min(widest, width, Math.floor(height * ratio))
  return { width: cropped, height: Math.round(cropped / ratio) }
}
