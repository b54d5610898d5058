import type { ReactNode } from 'react'
import { frontPagePath, latestPath } from '#lib/rules/links'
import type { Site } from '#lib/types'
import { Sentence } from './sentence'

type Props = { site: Site; title: string; children: ReactNode }

/** A page that has no story to show, and says why and where to go instead. */
export const Notice = ({ site, title, children }: Props) => (
  <div className="mx-auto max-w-measure space-y-5 py-10">
    <h1 className="text-[2.25rem] leading-[1.1] font-bold">{title}</h1>
    {children}
    <p>
      <Sentence
        parts={site.messages.notices.goElsewhere(
          (text) => (
            <a href={frontPagePath} className="underline">
              {text}
            </a>
          ),
          (text) => (
            <a href={latestPath} className="underline">
              {text}
            </a>
          ),
        )}
      />
    </p>
  </div>
)
