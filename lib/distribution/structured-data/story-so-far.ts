import type { ItemList } from 'schema-dts'
import { getSite, toAbsolute } from '#lib/publication/site'
import { articlePath } from '#lib/rules/links'
import type { Article } from '#lib/types'

/** The parts of a story, the earliest first, as search engines read them; nothing for a story that stands alone. */
export const toStorySoFarData = (parts: Article[]): ItemList[] =>
  parts.length === 0
    ? []
    : [
        {
          '@type': 'ItemList',
          name: getSite().messages.story.storySoFar,
          itemListOrder: 'https://schema.org/ItemListOrderAscending',
          numberOfItems: parts.length,
          itemListElement: parts.map(({ slug, headline }, index) => ({
            '@type': 'ListItem',
            position: index + 1,
            name: headline,
            url: toAbsolute(articlePath(slug)),
          })),
        },
      ]
