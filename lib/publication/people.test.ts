import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterSnapshot } from '#lib/tools/testing/make-snapshot'
import { documentFile, smallEdition, writeEdition } from '#lib/tools/testing/write-content'
import { getQuotationSummary, getQuotationsOf } from './people'

const words = mkdtempSync(join(tmpdir(), 'dateline-people-'))
const now = new Date('2025-06-01T00:00:00Z')
let leave: () => void

const story = (publishedAt: string, body: string, fields = {}) =>
  documentFile(
    { headline: 'Words', dek: 'Who said what.', publishedAt, authors: ['desk'], topics: ['news'], ...fields },
    body,
  )

beforeAll(async () => {
  writeEdition(words, {
    ...smallEdition,
    'people/speaker.mdx': documentFile({
      name: 'Sam Speaker',
      roles: [
        { title: 'Clerk', institution: 'The House', from: '2020-01-01', to: '2024-12-31' },
        { title: 'Speaker', institution: 'The House', from: '2025-01-01' },
      ],
    }),
    'people/other.mdx': documentFile({
      name: 'Olga Other',
      roles: [{ title: 'Member', institution: 'The House', from: '2020-01-01' }],
    }),
    'articles/old.mdx': story(
      '2024-05-01T09:00:00+09:00',
      '<Quote by="other">\nFirst.\n</Quote>\n\n<Quote by="speaker">\nSecond.\n</Quote>\n\nHe said <Quote by="speaker">third</Quote>.',
    ),
    'articles/looking-back.mdx': story(
      '2025-05-01T09:00:00+09:00',
      '<Quote by="speaker" on="2023-02-01">\nLong ago.\n</Quote>',
    ),
    'articles/withdrawn.mdx': story('2025-03-01T09:00:00+09:00', '<Quote by="speaker">\nNever.\n</Quote>', {
      withdrawn: { at: '2025-04-01T09:00:00+09:00', reason: 'He did not say so.' },
    }),
    'articles/to-come.mdx': story('2025-07-01T09:00:00+09:00', '<Quote by="speaker">\nLater.\n</Quote>'),
  })
  ;({ leave } = await enterSnapshot(words))
}, 60_000)

afterAll(() => {
  leave()
  rmSync(words, { recursive: true })
})

test('a person has as many quotations as public stories show, and the role of the day of the latest', () => {
  expect(getQuotationSummary('speaker', now)).toMatchObject({ total: 3, role: { title: 'Clerk' } })
  expect(getQuotationSummary('other', now)).toMatchObject({ total: 1, role: { title: 'Member' } })
})

test('what is counted without reading the quotations is what the quotations say', () => {
  for (const month of [4, 6, 11]) {
    const moment = new Date(Date.UTC(2025, month))
    for (const person of ['speaker', 'other']) {
      const quotations = getQuotationsOf(person, moment)
      const summary = { total: quotations.length, role: quotations[0]?.role }
      expect(getQuotationSummary(person, moment)).toEqual(summary)
    }
  }
})
