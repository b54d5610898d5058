import { afterEach, expect, test, vi } from 'vitest'
import { flushLog, logError, logSoon } from './log'

const written = vi.spyOn(console, 'log').mockImplementation(() => {})
afterEach(() => written.mockClear())

const lines = () =>
  written.mock.calls
    .flat()
    .join('\n')
    .split('\n')
    .map((line) => JSON.parse(line))

test('a line stays one line, whatever stands in it', () => {
  logError('two\nlines', { path: '/a\r\n{"level":"info"}' })
  expect(lines()).toEqual([
    { time: expect.any(String), level: 'error', message: 'two\nlines', path: '/a\r\n{"level":"info"}' },
  ])
})

test('requests are written together, and before an error that came after them', () => {
  logSoon('request', { path: '/1' })
  logSoon('request', { path: '/2' })
  expect(written).not.toHaveBeenCalled()
  logError('The store is away.')
  expect(written).toHaveBeenCalledTimes(2)
  expect(lines().map(({ path, message }) => path ?? message)).toEqual(['/1', '/2', 'The store is away.'])
  flushLog()
  expect(written).toHaveBeenCalledTimes(2)
})

test('what waits is written soon', async () => {
  logSoon('request', { path: '/soon' })
  await vi.waitFor(() => expect(lines()).toMatchObject([{ path: '/soon' }]))
})
