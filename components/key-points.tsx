import type { ReactNode } from 'react'

/** A short list box. */
export const KeyPoints = ({ children }: { children: ReactNode }) => (
  <aside aria-label="Key points" className="border-t-3 border-ink bg-tint px-5 py-4 text-[1.0625rem]">
    <p className="label mb-2 font-bold">Key points</p>
    {children}
  </aside>
)
