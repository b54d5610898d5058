import type { ReactNode } from 'react'

type Props = { id: string; lang?: string | undefined; source?: string | undefined; children: ReactNode }

/** Words of a person inside a sentence, which says itself who speaks. */
export const InlineQuotation = ({ id, lang, source, children }: Props) => (
  <q id={id} lang={lang} cite={source}>
    {children}
  </q>
)
