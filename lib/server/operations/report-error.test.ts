import { expect, test, vi } from 'vitest'
import { counters } from '#lib/runtime/counters'
import { reportError } from './report-error'

test('an error is one line, without what somebody asked, and is counted', () => {
  const lines = vi.spyOn(console, 'log').mockReturnValue()
  reportError(new Error('No body'), { method: 'GET', path: '/articles/quoted?secret' })
  expect(lines.mock.calls.map(([line]) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 'error', path: '/articles/quoted', error: expect.stringContaining('No body') }),
  ])
  expect(counters.errors).toBe(1)
  lines.mockRestore()
})
