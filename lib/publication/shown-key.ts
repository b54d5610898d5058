import { toDay } from '#lib/rules/dates'
import type { PageTarget } from '#lib/rules/page-target'
import { readIndex } from '#lib/snapshot/load'
import { getHotKey } from './story-lists'

/** Pages with a body of which a quotation without a day is of the present one, with the title that its speaker holds then. */
const withQuotationsOfToday = new Set(['page', 'topic', 'author'])

/**
 * Names what a page shows that may change within an edition: places of the hot list, or the day. As long as edition and key
 * are the same, so is the page.
 */
export function getShownKey(target: PageTarget, now: Date): string {
  if (target.status !== 200) return ''
  const { publication, standingPeople } = readIndex()
  if (withQuotationsOfToday.has(target.address.kind) && standingPeople.length > 0)
    return toDay(now.toISOString(), publication.timeZone)
  return getHotKey(target.address, now)
}
