import type { ReactNode } from 'react'

/** A short list box. */
export const KeyPoints = ({ children }: { children: ReactNode }) => (
  <aside aria-label="Key points" className="border-t-3 border-ink bg-tint px-4 py-4 sm:px-5 text-[1.0625rem]">
    <p className="mb-2 text-[1.125rem] font-bold">Key points</p>
    {children}
  </aside>
)
