import type { ReactNode } from 'react'
import { frontPagePath, latestPath } from '#lib/rules/links'

/** A page that has no story to show, and says why and where to go instead. */
export const Notice = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="mx-auto max-w-measure space-y-5 py-10">
    <h1 className="text-[2.25rem] leading-[1.1] font-bold">{title}</h1>
    {children}
    <p>
      Go to the{' '}
      <a href={frontPagePath} className="underline">
        front page
      </a>{' '}
      or to the{' '}
      <a href={latestPath} className="underline">
        latest stories
      </a>
      .
    </p>
  </div>
)
