import { box, draw } from './draw'

/**
 * A line as the fonts can show it: emoji and other signs that they lack are left out, a letter with a mark stands
 * without it where only the mark is lacking. Undefined when letters are lacking all the same, as Arabic ones are:
 * a line with holes would say something else than the story does.
 */
export async function toLegible(line: string): Promise<string | undefined> {
  const composed = line.normalize('NFC')
  const first = await findMissing(composed)
  if (first.size === 0) return composed
  const mended = [...composed].map((sign) => (first.has(sign) ? toSubstitute(sign) : sign)).join('')
  const isWhole = (await findMissing(mended)).size === 0
  return isWhole ? mended.replace(/\s+/g, ' ').trim() || undefined : undefined
}

/** Letters whose mark Unicode does not take off. */
const unmarked: Record<string, string> = { ł: 'l', Ł: 'L', ı: 'i' }

const toSubstitute = (sign: string) =>
  /[\p{L}\p{N}]/u.test(sign) ? (unmarked[sign] ?? sign.normalize('NFD').replace(/\p{M}/gu, '')) : ''

const findMissing = async (line: string) => (await draw(box({}, line), line, { width: 100 })).missing
