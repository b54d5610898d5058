import { count } from '#lib/rules/count'
import type { Sources } from './base-snapshot'

type Changes = { added: number; changed: number; removed: number; unchanged: number }

/** What two snapshots differ in, in words: `1 story changed, 12,499 unchanged.` */
export function describeChanges(before: Sources, after: Sources): { isSame: boolean; message: string } {
  const [stories, others] = [none(), none()]
  const changesOf = (name: string) => (name.startsWith('bodies/articles/') ? stories : others)
  for (const name in after) {
    if (isOfStories(name)) continue
    const was = before[name]
    changesOf(name)[was === undefined ? 'added' : was === after[name] ? 'unchanged' : 'changed']++
  }
  for (const name in before) if (after[name] === undefined && !isOfStories(name)) changesOf(name).removed++
  const told = [tell(stories, 'story', 'stories'), tell(others, 'other file', 'other files')].filter(Boolean)
  return { isSame: told.length === 0, message: told.join(' ') }
}

/** Quotations change with the stories that they stand in, and with nothing else. */
const isOfStories = (name: string) => name.startsWith('quotations/')

const none = (): Changes => ({ added: 0, changed: 0, removed: 0, unchanged: 0 })

function tell({ unchanged, ...changes }: Changes, one: string, many: string): string {
  const told = Object.entries(changes).flatMap(([what, number]) =>
    number > 0 ? [`${count(number, one, many)} ${what}`] : [],
  )
  return told.length > 0 ? `${told.join(', ')}, ${unchanged.toLocaleString('en')} unchanged.` : ''
}
