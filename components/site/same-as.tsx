import type { ReactNode } from 'react'
import type { Site } from '#lib/types'
import { Sentence } from './sentence'

type Props = { site: Site; name: string; addresses: string[] }

/** Where else somebody is found; absent when nowhere. */
export const SameAs = ({ site: { messages }, name, addresses }: Props) =>
  addresses.length > 0 && (
    <p className="label text-soft">
      <Sentence
        parts={messages.site.elsewhere<ReactNode>(
          name,
          addresses.map((address, index) => (
            <span key={address}>
              {index > 0 && messages.site.listSeparator}
              <a href={address} className="inline-block py-1 underline">
                {new URL(address).hostname.replace(/^www\./, '')}
              </a>
            </span>
          )),
        )}
      />
    </p>
  )
