import { splitByLanguage } from '#lib/rules/languages'

/** A line of text. Marks Korean words as Korean for screen readers and fonts. */
export const Words = ({ text }: { text: string }) =>
  splitByLanguage(text).map(({ text, lang }, index) =>
    lang ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the order of the runs never changes
      <span key={index} lang={lang}>
        {text}
      </span>
    ) : (
      text
    ),
  )
