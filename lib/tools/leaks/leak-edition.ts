import sharp from 'sharp'
import { documentFile, type EditionFiles, publicationFile } from '../testing/write-content'
import { futureYears, type HiddenState, hiddenStates, mark } from './leak'

/**
 * A publication with a few public stories, and one story in each hidden state that has a mark in every possible field.
 */
export async function leakEdition(): Promise<EditionFiles> {
  const hidden = await Promise.all(hiddenStates.map(hiddenStory))
  return {
    'publication.yaml': publicationFile(['open']),
    'topics/open.mdx': documentFile({ title: 'Open', description: 'What everybody may read.' }),
    'authors/desk.mdx': documentFile({ name: 'The Desk', kind: 'organization' }),
    'people/voice.mdx': person('Vera Voice', 'Speaker', 'The House'),
    'articles/first.mdx': open('The first part', {}, '<Quote by="voice">All may hear this.</Quote>'),
    'articles/second.mdx': open('The second part', {
      follows: ['first'],
      updatedAt: `${futureYears.change}-01-01T00:00:00Z`,
      corrections: [{ at: `${futureYears.change}-01-01T00:00:00Z`, text: `To come: ${mark('future', 'correction')}.` }],
      withdrawn: { at: `${futureYears.change}-02-01T00:00:00Z`, reason: `To come: ${mark('future', 'reason')}.` },
    }),
    'articles/third.mdx': open('The third part', {}, 'It [was here](/articles/gone).'),
    ...Object.assign({}, ...hidden),
  }
}

/** The slug of a hidden story. A withdrawn story's slug is public. */
export const hiddenSlug = (state: HiddenState) => (state === 'withdrawn' ? 'gone' : mark(state, 'slug'))

const base = { publishedAt: '2024-11-22T09:30:00+09:00', authors: ['desk'], topics: ['open'] }

const open = (headline: string, more: object = {}, body = 'Words for all.') =>
  documentFile({ headline, dek: `${headline}, in short.`, ...base, ...more }, body)

const person = (name: string, title: string, institution: string) =>
  documentFile({ name, roles: [{ title, institution, from: '2020-01-01' }] })

const stateFields: Record<HiddenState, object> = {
  draft: { status: 'draft' },
  scheduled: { publishedAt: `${futureYears.publication}-05-06T00:00:00Z` },
  withdrawn: { withdrawn: { at: '2024-11-23T00:00:00Z', reason: 'The source took it back.' } },
}

async function hiddenStory(state: HiddenState): Promise<EditionFiles> {
  const word = (field: string) => mark(state, field)
  const photo = (name: string) => ({ src: `photos/${word(name)}.jpg`, alt: word(`${name}alt`), credit: word('credit') })
  const fields = {
    headline: `Headline ${word('headline')}`,
    dek: `Dek ${word('dek')}`,
    kicker: word('kicker'),
    place: word('place'),
    photo: { ...photo('photo'), caption: word('caption') },
    formerSlugs: [word('former')],
    follows: ['first'],
    corrections: [{ at: '2024-11-22T10:00:00Z', text: word('correction') }],
    ...base,
    ...stateFields[state],
  }
  return {
    [`people/${word('person')}.mdx`]: person(word('name'), word('title'), word('institution')),
    [`photos/${word('photo')}.jpg`]: await picture(word('bytes')),
    [`photos/${word('inner')}.jpg`]: await picture(word('innerbytes')),
    [`articles/${word('folder')}/${hiddenSlug(state)}.mdx`]: documentFile(fields, body(word)),
  }
}

const body = (
  word: (field: string) => string,
) => `Text ${word('body')} and a [${word('link')}](https://example.org/${word('address')}).

<Photo src="photos/${word('inner')}.jpg" alt="${word('inneralt')}" credit="${word('innercredit')}" caption="${word('innercaption')}" />

<Quote by="${word('person')}" to="${word('audience')}" source="https://example.org/${word('source')}">${word('quotation')}</Quote>

<Quote by="voice">${word('voice')}</Quote>

<PullQuote>${word('body')}</PullQuote>

<KeyPoints>

- ${word('point')}

</KeyPoints>`

/** A picture with a word in its metadata, as cameras and editors write it. */
const picture = (words: string) =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: '#6f8496' } })
    .withExif({ IFD0: { ImageDescription: words } })
    .jpeg()
    .toBuffer()
