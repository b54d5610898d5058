import type { ReactNode } from 'react'

type Props = { id: string; lang?: string | undefined; source?: string | undefined; children: ReactNode }

/** A quotation inside a sentence that itself names the speaker. */
export const InlineQuotation = ({ id, lang, source, children }: Props) => (
  <q id={id} lang={lang} cite={source}>
    {children}
  </q>
)
