import sharp from 'sharp'
import { generateStories } from './generate-stories'
import { documentFile, type EditionFiles, publicationFile } from './write-content'

/** A slug of the maximum length, 200 bytes. */
const longSlug = `${'가나다라'.repeat(16)}-가xxxx`

const at = (day: number) => `2024-11-${String(day).padStart(2, '0')}T00:30:00+09:00`

const story = (headline: string, fields: Record<string, unknown> = {}, body = `${headline}, in full.`) =>
  documentFile(
    {
      headline,
      dek: `What ${headline} is about.`,
      publishedAt: at(22),
      authors: ['desk'],
      topics: ['life'],
      ...fields,
    },
    body,
  )

const desk = { 'authors/desk.mdx': documentFile({ name: 'The Desk', kind: 'organization' }) }
const life = { 'topics/life.mdx': documentFile({ title: 'Life', description: 'The life of stories.' }) }

/** The content folders that the end-to-end tests build in addition to the publication. */
export async function testEditions(): Promise<Record<string, EditionFiles>> {
  return {
    empty: { 'publication.yaml': publicationFile([]) },
    hangul: hangulEdition,
    life: await lifeEdition(),
    generated: generateStories(200),
  }
}

/** One story, on a topic with a Hangul name. */
const hangulEdition: EditionFiles = {
  'publication.yaml': publicationFile(['한국'], '한국 데이트라인'),
  'topics/한국.mdx': documentFile({ title: '한국', description: 'Stories from 한국.' }),
  ...desk,
  'articles/첫-이야기.mdx': story('The first story, 첫 이야기', { topics: ['한국'] }),
}

/** More corrections than fit on one page. */
const manyCorrections = Array.from({ length: 21 }, (_, index) => ({
  at: `2024-10-02T05:${String(index).padStart(2, '0')}:00+09:00`,
  text: `Number ${index + 1} was wrong.`,
}))

/** More stories than fit on one page, in every state, and a topic without stories. */
async function lifeEdition(): Promise<EditionFiles> {
  const picture = await sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#6f8496' } })
    .png()
    .toBuffer()
  const photo = (name: string) => ({ src: `photos/${name}.png`, alt: 'A grey field', credit: 'Test Press' })
  const many = Array.from({ length: 44 }, (_, index) => [
    `articles/many/many-${index + 1}.mdx`,
    story(`Many ${index + 1}`, {
      publishedAt: `2024-10-01T05:${String(index).padStart(2, '0')}:00+09:00`,
      ...(index === 0 ? { corrections: manyCorrections } : {}),
    }),
  ])
  return {
    'publication.yaml': publicationFile(['life', 'quiet']),
    ...life,
    ...desk,
    'pages/house-rules.mdx': documentFile({ title: 'House rules', description: 'How we work.' }, 'We work with care.'),
    'topics/quiet.mdx': documentFile({ title: 'Quiet', description: 'Nothing happens here.' }),
    'people/speaker.mdx': documentFile({
      name: 'Sam Speaker',
      roles: [
        { title: 'Deputy', institution: 'The House', from: '2020-01-01', to: '2023-12-31' },
        { title: 'Speaker', institution: 'The House', from: '2024-01-01' },
      ],
    }),
    'photos/public.png': picture,
    'photos/hidden.png': picture,
    'articles/draft.mdx': story('A draft', { status: 'draft', photo: photo('hidden') }),
    'articles/scheduled.mdx': story('A story of the future', { publishedAt: '2999-01-01T00:00:00Z' }),
    'articles/withdrawn.mdx': story('A story withdrawn', {
      withdrawn: { at: at(23), reason: 'The source took it back.' },
    }),
    'articles/moved.mdx': story('A story that moved', { formerSlugs: ['first-address', 'second-address'] }),
    'articles/withdrawn-and-linked.mdx': story('A link to nowhere', {}, 'See [that story](/articles/withdrawn).'),
    'articles/quoted.mdx': story(
      'A story with words',
      {
        photo: photo('public'),
        updatedAt: at(23),
        corrections: [
          { at: at(23), text: 'The first correction.' },
          { at: at(24), text: 'The second correction.' },
          { at: '2999-01-01T00:00:00Z', text: 'A correction to come.' },
        ],
      },
      '<Quote by="speaker" on="2023-06-01" lang="ko">옛날 말</Quote>\n\nSomebody <Quote by="speaker">said so</Quote>.',
    ),
    'articles/hostile.mdx': story(
      '</script><script>alert(1)</script> & "]]>" 서울',
      { publishedAt: '2024-10-01T05:44:00+09:00', place: 'Seoul' },
      'A headline that would like to be code.',
    ),
    [`articles/${longSlug}.mdx`]: story('A very long address'),
    ...Object.fromEntries(many),
  }
}
