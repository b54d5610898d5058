/** Text reduced to its words: white space, quotation marks, dashes, ellipses and capitals make no difference. */
export const toWords = (text: string) =>
  text
    .replace(/[\u2018\u2019\u201A\u201B\u2032]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB"]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*[\u2010-\u2015\u2212]+\s*|\s+-{1,3}\s+/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/** Do the words of one text stand in another, whole and one after the other? The mark at their end may differ. */
export function hasWords(whole: string, part: string): boolean {
  const [text, words] = [toWords(whole), toWords(part).replace(/[.,;:!?]+$/, '')]
  if (words === '') return false
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) return true
  }
  return false
}

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
