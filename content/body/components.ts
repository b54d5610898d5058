/** The components a story may use, with the attributes each takes. `true` marks a required one. */
export const components: Record<string, Record<string, boolean>> = {
  Quote: { by: true, on: false, to: false, source: false, lang: false, excerpt: false },
  PullQuote: { by: false },
  Photo: { src: true, alt: true, credit: true, caption: false },
  KeyPoints: {},
}
