/** How many stories or quotations a list shows on a page. */
export const pageSize = 20

/** One page of a list. `page` counts from 1. */
type PageOf<Item> = { items: Item[]; page: number; pages: number; total: number }

/** The pages of a list; an empty list has one. */
export const countPages = (total: number) => Math.max(1, Math.ceil(total / pageSize))

export function paginate<Item>(list: Item[], page: number): PageOf<Item> {
  const items = list.slice((page - 1) * pageSize, page * pageSize)
  return { items, page, pages: countPages(list.length), total: list.length }
}

/** The page number of the optional `/page/<n>` at the end of an address, as Next hands it over. Throws when it is none. */
export function toPage(segments: string[] = ['page', '1']): number {
  const [word, number = ''] = segments
  if (word !== 'page' || !/^[1-9]\d*$/.test(number)) throw new Error(`${segments.join('/')} is no page of a list`)
  return Number(number)
}
