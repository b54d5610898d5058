import { splitByLanguage } from '#lib/rules/languages'

/** A line of text, its Korean words marked as such for voices and fonts. */
export const Words = ({ text }: { text: string }) =>
  splitByLanguage(text).map(({ text, lang }, index) =>
    lang ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text never change places
      <span key={index} lang={lang}>
        {text}
      </span>
    ) : (
      text
    ),
  )
