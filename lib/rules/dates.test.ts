import { afterEach, expect, test, vi } from 'vitest'
import {
  boundsOfDay,
  formatDay,
  formatPeriod,
  formatPeriodPart,
  formatTime,
  isCalendarDay,
  isTimeZone,
  isZonedTime,
  toDay,
} from './dates'

afterEach(() => vi.unstubAllEnvs())

test.each(['America/Los_Angeles', 'Pacific/Kiritimati'])('a machine in %s writes the publication’s dates', (zone) => {
  vi.stubEnv('TZ', zone)
  const midnight = '2024-11-22T00:30:00+09:00'
  expect(formatDay(midnight, 'Asia/Seoul', 'en-US')).toBe('Friday, November 22, 2024')
  expect(formatTime(midnight, 'Asia/Seoul', 'en-US')).toBe('12:30 AM Korean Standard Time')
  expect(toDay(midnight, 'Asia/Seoul')).toBe('2024-11-22')
  expect(toDay(midnight, 'America/New_York')).toBe('2024-11-21')
  expect(formatPeriodPart('2024-11', 'en-US')).toBe('November')
  expect(formatPeriodPart('2024-11-02', 'en-US')).toBe('2')
  expect(formatPeriod('2024-11', 'en-US')).toBe('November 2024')
  expect(formatPeriod('2024-11-01', 'en-US')).toBe('November 1, 2024')
})

test.each(['2024-02-29', '1446-10-09'])('%s is a day', (day) => expect(isCalendarDay(day)).toBe(true))

test.each(['2023-02-29', '2024-13-01', '2024-1-1', 'yesterday'])('%s is no day', (day) =>
  expect(isCalendarDay(day)).toBe(false),
)

test.each(['2024-11-22T09:30:00+09:00', '2024-11-22T09:30Z', '2024-11-22T09:30:00.5-05:00'])('%s is a moment', (time) =>
  expect(isZonedTime(time)).toBe(true),
)

test.each(['2024-11-22T09:30:00', '2024-11-22', '2024-11-31T09:30:00Z', '2024-11-22T25:00:00Z'])(
  '%s is no moment',
  (time) => expect(isZonedTime(time)).toBe(false),
)

test('time zones are those of IANA', () => {
  expect(isTimeZone('Asia/Seoul')).toBe(true)
  expect(isTimeZone('Asia/Sole')).toBe(false)
  expect(isTimeZone('+09:00')).toBe(false)
})

test('a day begins and ends with the clocks of its zone, also on the night they change', () => {
  const bounds = (day: string, zone: string) => boundsOfDay(day, zone).map((time) => time.toISOString())
  expect(bounds('2024-11-22', 'Asia/Seoul')).toEqual(['2024-11-21T15:00:00.000Z', '2024-11-22T15:00:00.000Z'])
  expect(bounds('2024-11-03', 'America/New_York')).toEqual(['2024-11-03T04:00:00.000Z', '2024-11-04T05:00:00.000Z'])
  expect(bounds('2024-02-29', 'Pacific/Kiritimati')).toEqual(['2024-02-28T10:00:00.000Z', '2024-02-29T10:00:00.000Z'])
})
