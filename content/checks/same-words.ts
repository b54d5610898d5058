/** Text reduced to its words: white space, quotation marks, dashes, ellipses and capitals make no difference. */
export const toWords = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201A\u201B\u2032]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB"]/g, '')
    .replace(/\s*[\u2010-\u2015\u2212]+\s*|\s+-{1,3}\s+/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/** Do the words of one text stand in another, one after the other? The mark at their end may differ. */
export const hasWords = (whole: string, part: string) =>
  toWords(whole).includes(toWords(part).replace(/[.,;:!?]+$/, ''))
