import type { ReactNode } from 'react'

/** The main part of a page, to which the skip link leads. */
export const PageMain = ({ children }: { children: ReactNode }) => (
  <main id="main" className="mx-auto max-w-page space-y-10 px-4 pt-8 sm:px-6">
    {children}
  </main>
)
