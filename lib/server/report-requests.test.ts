import { expect, test, vi } from 'vitest'
import { tally } from '../tally.mjs'
import { reportFault } from './report-requests'

test('a fault of which Next tells at two stages of a request is told and counted once', () => {
  const lines = vi.spyOn(console, 'log').mockReturnValue()
  const request = () => ({ method: 'GET', path: '/articles/quoted?secret', headers: {} })
  const [first, second] = [request(), request()]
  reportFault(new Error('No body'), first)
  reportFault(new Error('No body, as the next stage says'), first)
  reportFault(new Error('No body'), second)
  expect(lines.mock.calls.map(([line]) => JSON.parse(line))).toEqual(
    Array(2).fill(expect.objectContaining({ level: 'error', path: '/articles/quoted' })),
  )
  expect(tally.faults).toBe(2)
  lines.mockRestore()
})
