import { en, type Messages } from './en'

export type { Messages }

/** The catalogues by language (ISO 639). Another language is a file beside `en.ts` and a line here. */
const catalogues = new Map<string, Messages>([['en', en]])

/** The interface words in the language of a BCP 47 tag such as `en` or `en-GB`; English where there is no catalogue. */
export const getMessages = (language: string): Messages => catalogues.get(new Intl.Locale(language).language) ?? en
