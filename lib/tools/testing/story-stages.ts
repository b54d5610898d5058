import sharp from 'sharp'
import { documentFile, type EditionFiles, publicationFile } from './write-content'

const at = (time: string) => `2031-03-04T${time}:00+09:00`

const plain = (headline: string, publishedAt: string) => ({
  ...{ headline, publishedAt, authors: ['desk'], topics: ['harbour'] },
  dek: `${headline}: what to know.`,
})

const fields = {
  ...plain('The harbour reopens at dawn', at('09:00')),
  kicker: 'Waterfront',
  place: 'Incheon',
  photo: { src: 'photos/lighthouse.png', alt: 'A lighthouse', credit: 'Test Press', caption: 'The lighthouse.' },
  follows: ['ferry-plan'],
}

const due = { updatedAt: at('11:00'), corrections: [{ at: at('13:00'), text: 'The first ferry left at seven.' }] }

const withdrawn = { at: at('18:00'), reason: 'The pilot was misheard.' }

const body = `The breakwater holds.

<Photo src="photos/pier.png" alt="A pier" credit="Test Press" />

<Quote by="pilot">The water is deep enough.</Quote>`

/** The content folder of one story at each change that an editor makes. Other changes happen as time passes. */
export async function storyStages(): Promise<Record<'draft' | 'scheduled' | 'moved', EditionFiles>> {
  const around = await aroundTheStory()
  return {
    draft: {
      ...around,
      'articles/harbour.mdx': documentFile({ ...fields, publishedAt: at('07:00'), status: 'draft' }, body),
    },
    scheduled: { ...around, 'articles/harbour.mdx': documentFile({ ...fields, ...due }, body) },
    moved: {
      ...around,
      'articles/harbour-reopens.mdx': documentFile({ ...fields, ...due, formerSlugs: ['harbour'], withdrawn }, body),
    },
  }
}

/** An earlier, public part of the story, and the documents that the story refers to. */
async function aroundTheStory(): Promise<EditionFiles> {
  const picture = (background: string) =>
    sharp({ create: { width: 1200, height: 800, channels: 3, background } })
      .png()
      .toBuffer()
  const roles = [{ title: 'Pilot', institution: 'The Port', from: '2020-01-01' }]
  return {
    'publication.yaml': publicationFile(['harbour']),
    'topics/harbour.mdx': documentFile({ title: 'Harbour', description: 'Ships and tides.' }),
    'authors/desk.mdx': documentFile({ name: 'The Desk', kind: 'organization' }),
    'people/pilot.mdx': documentFile({ name: 'Pia Pilot', roles }),
    'photos/lighthouse.png': await picture('#6f8496'),
    'photos/pier.png': await picture('#846f96'),
    'articles/ferry-plan.mdx': documentFile(
      plain('A plan for the ferries', '2031-03-01T09:00:00+09:00'),
      'They dredge.',
    ),
    'articles/tide-tables.mdx': documentFile({ ...plain('Tide tables', at('09:00')), status: 'draft' }, 'High water.'),
  }
}
