import { open } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { photo } from './pictures'

vi.mock('#lib/snapshot/files', async (original) => ({
  ...(await original<typeof import('#lib/snapshot/files')>()),
  getPhotoHash: () => 'hash',
  readPhotoBytes: () => 25_000_000,
  openPhoto: () => open('package.json'),
}))

const ask = (client: string, init?: RequestInit) =>
  photo(new Request('http://localhost/photos/large.jpg', init), {
    address: { kind: 'photo', name: 'photos/large.jpg' },
    client,
    now: new Date(0),
  } as unknown as Parameters<typeof photo>[1])

const statuses = async (answers: ReturnType<typeof ask>[]) => (await Promise.all(answers)).map(({ status }) => status)

test('whoever asks for large pictures all at once gets as many as one after the other', async () => {
  const given = await statuses(Array.from({ length: 300 }, () => ask('192.0.2.7')))
  expect(given.filter((status) => status === 200)).toHaveLength(8)
  expect(given.filter((status) => status === 429)).toHaveLength(292)
})

test('an answer without the picture costs next to nothing', async () => {
  const known = { headers: { 'If-None-Match': '"hash"' } }
  expect(new Set(await statuses(Array.from({ length: 300 }, () => ask('198.51.100.7', known))))).toEqual(new Set([304]))
  const heads = Array.from({ length: 300 }, () => ask('203.0.113.7', { method: 'HEAD' }))
  expect(new Set(await statuses(heads))).toEqual(new Set([200]))
})
