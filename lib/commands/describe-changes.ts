import { count } from '#lib/count'
import type { Sources } from './base-generation'

/** What two generations differ in, in words: `1 story changed, 12,499 unchanged.` */
export function describeChanges(before: Sources, after: Sources): { isSame: boolean; message: string } {
  const parts = [
    compare(storiesOf(before), storiesOf(after), 'story', 'stories'),
    compare(othersOf(before), othersOf(after), 'other file', 'other files'),
  ]
  const isSame = parts.every(({ changes }) => changes.length === 0)
  const message = parts
    .filter(({ changes }) => changes.length > 0)
    .map(({ changes, unchanged }) => `${[...changes, unchanged].join(', ')}.`)
    .join(' ')
  return { isSame, message }
}

const isStory = (name: string) => name.startsWith('bodies/articles/')
const storiesOf = (sources: Sources) => Object.entries(sources).filter(([name]) => isStory(name))
const othersOf = (sources: Sources) => Object.entries(sources).filter(([name]) => !isStory(name))

function compare(before: [string, string][], after: [string, string][], one: string, many: string) {
  const was = new Map(before)
  const is = new Map(after)
  const added = after.filter(([name]) => !was.has(name)).length
  const removed = before.filter(([name]) => !is.has(name)).length
  const changed = after.filter(([name, source]) => was.has(name) && was.get(name) !== source).length
  const told: [number, string][] = [
    [added, 'added'],
    [changed, 'changed'],
    [removed, 'removed'],
  ]
  const changes = told.flatMap(([number, what]) => (number > 0 ? [`${count(number, one, many)} ${what}`] : []))
  return { changes, unchanged: `${(after.length - added - changed).toLocaleString('en')} unchanged` }
}
