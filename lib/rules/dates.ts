/** Calendar days are `yyyy-mm-dd`, moments are ISO 8601; the zone is always the publication's, never the machine's. */

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(zone: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${locale} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formatters.set(key, made)
  return made
}

/** `Friday, November 22, 2024` in `en-US`. */
export const formatDay = (time: string, zone: string, locale: string) =>
  formatter(zone, locale, { dateStyle: 'full' }).format(new Date(time))

/** `9:30 AM Korean Standard Time` in `en-US`. */
export const formatTime = (time: string, zone: string, locale: string) =>
  formatter(zone, locale, { hour: 'numeric', minute: '2-digit', timeZoneName: 'long' }).format(new Date(time))

/** `November 22, 2024` in `en-US`. */
export const formatShortDay = (time: string, zone: string, locale: string) =>
  formatter(zone, locale, { dateStyle: 'long' }).format(new Date(time))

/** In `en-US`: `November 2024` of `2024-11`, `November 22, 2024` of `2024-11-22`, `2024` of `2024`. */
export function formatPeriod(period: string, locale: string): string {
  const [year = period, month, day] = period.split('-')
  if (!month) return year
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  return formatter('UTC', locale, { year: 'numeric', month: 'long', day: day ? 'numeric' : undefined }).format(date)
}

/** The year, month and day that a day belongs to: `2024`, `2024-11`, `2024-11-22`. Of a larger period the last are itself. */
export const periodsOf = (day: string): string[] => [day.slice(0, 4), day.slice(0, 7), day]

/** What a period adds to the one around it, in `en-US`: `November` of `2024-11`, `22` of `2024-11-22`. */
export function formatPeriodPart(period: string, locale: string): string {
  const [year = period, month, day] = period.split('-')
  if (day) return String(Number(day))
  if (!month) return year
  return formatter('UTC', locale, { month: 'long' }).format(new Date(`${year}-${month}-01T00:00:00Z`))
}

const dayFormatters = new Map<string, Intl.DateTimeFormat>()

function dayFormatter(zone: string): Intl.DateTimeFormat {
  const known = dayFormatters.get(zone)
  if (known) return known
  const made = formatter(zone, 'en-US', { year: 'numeric', month: '2-digit', day: '2-digit' })
  dayFormatters.set(zone, made)
  return made
}

/** The calendar day of a moment in a zone. */
export function toDay(time: string, zone: string): string {
  // Of the form 11/22/2024 the parts could be had by name, at three times the cost.
  const [month, day, year = ''] = dayFormatter(zone).format(new Date(time)).split('/')
  return `${year.padStart(4, '0')}-${month}-${day}`
}

/** The first moment of a calendar day in a zone and the first one after it, whatever its clocks do that night. */
export function boundsOfDay(day: string, zone: string): [Date, Date] {
  return [firstMoment((other) => other >= day), firstMoment((other) => other > day)]

  function firstMoment(isReached: (day: string) => boolean): Date {
    const noon = Date.parse(`${day}T12:00:00Z`)
    let [before, after] = [noon - 36 * 3_600_000, noon + 36 * 3_600_000]
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (isReached(toDay(new Date(middle).toISOString(), zone))) after = middle
      else before = middle
    }
    return new Date(after)
  }
}

/** Is it a day of the form `yyyy-mm-dd` that the calendar has? */
export function isCalendarDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

const zonedTime = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** Is it an ISO 8601 moment with a zone, on a day that the calendar has? */
export function isZonedTime(value: string): boolean {
  const day = zonedTime.exec(value)?.[1]
  return day !== undefined && isCalendarDay(day)
}

/** Is it an IANA time zone this machine knows? */
export function isTimeZone(value: string): boolean {
  try {
    formatter(value, 'en-US', {})
    return /^[A-Za-z]/.test(value)
  } catch {
    return false
  }
}
