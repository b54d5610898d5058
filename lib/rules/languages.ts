/** A segment of text; `lang` is set where its script gives the language away. */
type Run = { text: string; lang?: 'ko' }

const hangul = /\p{Script=Hangul}+(?:[\s\p{P}\p{Nd}]*\p{Script=Hangul}+)*/gu

/** Splits text into runs, Korean ones marked, so that pages can say `lang="ko"` where Korean stands (WCAG 3.1.2). */
export function splitByLanguage(text: string): Run[] {
  const runs: Run[] = []
  let end = 0
  for (const match of text.matchAll(hangul)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index) })
    runs.push({ text: match[0], lang: 'ko' })
    end = match.index + match[0].length
  }
  if (end < text.length) runs.push({ text: text.slice(end) })
  return runs
}
