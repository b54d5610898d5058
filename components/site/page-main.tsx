import type { ReactNode } from 'react'

/** The part of a page that the skip link leads to. */
export const PageMain = ({ children }: { children: ReactNode }) => (
  <main id="main" className="mx-auto max-w-page space-y-10 px-4 pt-8 sm:px-6">
    {children}
  </main>
)
