import type { ReactNode } from 'react'
import { Words } from './words'

type Props = { title: string; description?: string | undefined; label?: string | undefined; children?: ReactNode }

/** The title and description of a list page or a page of the publication. */
export const PageHeading = ({ title, description, label, children }: Props) => (
  <header className="max-w-measure space-y-3">
    {label && <p className="label font-bold text-seal">{label}</p>}
    <h1 className="text-[clamp(2rem,1.5rem+2.2vw,3rem)] leading-[1.08] font-bold tracking-[-0.015em]">
      <Words text={title} />
    </h1>
    {description && (
      <p className="text-[1.1875rem] leading-[1.45] text-soft">
        <Words text={description} />
      </p>
    )}
    {children}
  </header>
)
