import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  documentFile,
  type EditionFiles,
  publicationFile,
  smallEdition,
  writeEdition,
} from '#lib/tools/testing/write-content'
import { checkContent } from './check-content'
import { formatError } from './content-error'

const now = new Date('2024-11-23T00:00:00Z')
const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
  .png()
  .toBuffer()

const story = `---
headline: A story
dek: What it is about.
publishedAt: 2024-11-22T09:30:00+09:00
authors: [desk]
topics: [news]
---

Words.
`

const sound: EditionFiles = {
  ...smallEdition,
  'photos/a.png': picture,
  'articles/a-story.mdx': story,
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'))
  vi.stubEnv('CONTENT_DIR', folder)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

async function errorsOf(files: EditionFiles): Promise<string[]> {
  writeEdition(folder, { ...sound, ...files })
  return (await checkContent(now)).errors.map(formatError)
}

test('a sound folder has no errors, with CRLF, a byte-order mark and Hangul names too', async () => {
  expect(await errorsOf({ 'articles/한글.mdx': `\uFEFF${story.replaceAll('\n', '\r\n')}` })).toEqual([])
})

/** Each: what the story's file says instead, and the one error that must be told. */
const broken: [string, [string | RegExp, string], string][] = [
  ['unreadable YAML', ['headline: A story', 'headline: "A story'], 'articles/a-story.mdx:2:11 yaml: Missing closing'],
  ['a duplicate key', ['dek:', 'headline: Again\ndek:'], 'articles/a-story.mdx:3:1 yaml: "headline" stands twice'],
  ['a missing field', [/dek:.*\n/, ''], 'articles/a-story.mdx:1:1 dek: is missing. Add "dek: …"'],
  ['an empty field', [/dek:.*/, 'dek:'], 'articles/a-story.mdx:3:1 dek: is empty'],
  ['a blank field', [/dek:.*/, 'dek: "  "'], 'articles/a-story.mdx:3:6 dek: is empty'],
  [
    'a misspelt field',
    ['headline:', 'headlin:'],
    'articles/a-story.mdx:2:1 headlin: "headlin" is not a field here. Did you mean "headline"?',
  ],
  ['a wrong type', ['A story', '2024'], 'articles/a-story.mdx:2:11 headline: 2024 is a number, not text'],
  [
    'a value outside an enum',
    ['topics:', 'status: publish\ntopics:'],
    'articles/a-story.mdx:6:9 status: "publish" is not one of draft, published',
  ],
  [
    'too long a headline',
    ['A story', 'x'.repeat(121)],
    'articles/a-story.mdx:2:11 headline: has 121 characters. Shorten it to at most 120',
  ],
  [
    'an impossible date',
    ['11-22T', '11-31T'],
    'articles/a-story.mdx:4:14 publishedAt: "2024-11-31T09:30:00+09:00" is not an existing',
  ],
  ['a date without a zone', ['+09:00', ''], 'articles/a-story.mdx:4:14 publishedAt: "2024-11-22T09:30:00" is not'],
  [
    'an unknown topic',
    ['[news]', '[nwes]'],
    'articles/a-story.mdx:6:10 topics: "nwes" is not a topic. Did you mean "news"?',
  ],
  ['an unknown author', ['[desk]', '[desk, nobody]'], 'articles/a-story.mdx:5:17 authors: "nobody" is not an author'],
  ['no author at all', ['[desk]', '[]'], 'articles/a-story.mdx:5:10 authors: is an empty list'],
  [
    'an unknown person',
    ['Words.', '<Quote by="speker">x</Quote>'],
    'articles/a-story.mdx:9:8 body: "speker" is not a person. Did you mean "speaker"?',
  ],
  [
    'a picture that is not there',
    ['Words.', '<Photo src="photos/b.png" alt="B" credit="C" />'],
    'articles/a-story.mdx:9:8 body: "photos/b.png" is not a picture',
  ],
  [
    'a front picture without credit',
    ['topics:', 'photo: {src: photos/a.png, alt: A}\ntopics:'],
    'articles/a-story.mdx:6:1 photo.credit: is missing',
  ],
  [
    'an update before the story',
    ['authors:', 'updatedAt: 2024-11-21T00:00:00Z\nauthors:'],
    'articles/a-story.mdx:5:12 updatedAt: "2024-11-21T00:00:00Z" is before publishedAt',
  ],
  [
    'a former slug in use',
    ['topics:', 'formerSlugs: [a-story]\ntopics:'],
    'articles/a-story.mdx:6:15 formerSlugs: "a-story" is in use',
  ],
  [
    'a story that follows itself',
    ['topics:', 'follows: [a-story]\ntopics:'],
    'articles/a-story.mdx:6:10 follows: "a-story" follows "a-story": a loop',
  ],
  [
    'a link to nothing',
    ['Words.', '[x](/articles/b-story)'],
    'articles/a-story.mdx:9:1 body: "/articles/b-story" leads nowhere. "b-story" is not a story. Did you mean "a-story"?',
  ],
  ['code', ['Words.', '{process.exit(1)}'], 'articles/a-story.mdx:9:1 body: "{" starts an expression'],
  ['a script fence', [/^---/, '---js'], 'articles/a-story.mdx:1:1 front matter: "---js" is not a fence'],
  ['no front matter', [/^---[\s\S]*---/, ''], 'articles/a-story.mdx:1:1 front matter: is missing'],
  [
    'a front matter without end',
    ['topics: [news]\n---', 'topics: [news]'],
    'articles/a-story.mdx:1:1 front matter: does not end',
  ],
]

test.each(broken)('%s is one error, told with its place and cure', async (_what, [from, to], error) => {
  const errors = await errorsOf({ 'articles/a-story.mdx': story.replace(from, to) })
  expect(errors).toHaveLength(1)
  expect(errors[0]).toContain(error)
})

const misplaced: [string, EditionFiles, string][] = [
  [
    'a slug used twice',
    { 'articles/2024/a-story.mdx': story },
    'articles/a-story.mdx:1:1 slug: "a-story" is the slug of articles/2024/a-story.mdx too',
  ],
  [
    'a name that is no slug',
    { 'articles/A_Story.mdx': story },
    'articles/A_Story.mdx:1:1 slug: "A_Story" is not a slug',
  ],
  [
    'a page with an address of the site',
    { 'pages/latest.mdx': documentFile({ title: 'L', description: 'L' }) },
    'pages/latest.mdx:1:1 slug: "latest" is an address of the publication',
  ],
  [
    'a file that is no text',
    { 'articles/b.mdx': Buffer.from([0xff, 0xfe, 0, 1]) },
    'articles/b.mdx:1:1 file: is not UTF-8',
  ],
  [
    'a file of another kind',
    { 'articles/notes.md': 'x' },
    'articles/notes.md:1:1 file: has a name that does not end in ".mdx"',
  ],
  [
    'a picture that is none',
    { 'photos/b.png': 'no picture', 'articles/b.mdx': story.replace('Words.', '![B](photos/b.png)') },
    'articles/b.mdx:9:1 body: "photos/b.png" cannot be read as a picture',
  ],
  [
    'a topic of the menu that is none',
    { 'publication.yaml': publicationFile(['news', 'sport']) },
    'publication.yaml:6:16 topics: "sport" is not a topic',
  ],
  [
    'a time zone that is none',
    { 'publication.yaml': publicationFile(['news']).replace('Asia/Seoul', 'Seoul') },
    'publication.yaml:4:11 timeZone: "Seoul" is not an IANA time zone',
  ],
  [
    'a link to a draft',
    {
      'articles/b.mdx': story.replace('topics', 'status: draft\ntopics'),
      'articles/c.mdx': story.replace('Words.', '[b](/articles/b)'),
    },
    'articles/c.mdx:9:1 body: "/articles/b" leads to a draft',
  ],
]

test('a folder of differently broken files yields exactly the errors it has', async () => {
  const files = broken.map(([_what, [from, to]], index) => [
    `articles/broken-${index}.mdx`,
    story.replace(from, to).replace(/(formerSlugs|follows): \[a-story\]/, `$1: [broken-${index}]`),
  ])
  const errors = await errorsOf(Object.fromEntries(files))
  const expected = broken.map(([_what, _change, error], index) =>
    error.split(' ')[0]?.replace('a-story', `broken-${index}`),
  )
  expect(errors.map((error) => error.split(' ')[0]?.split(':').slice(0, 1)[0]).sort()).toEqual(
    expected.map((place) => place?.split(':')[0]).sort(),
  )
})

test.each(misplaced)('%s is one error', async (_what, files, error) => {
  const errors = await errorsOf(files)
  expect(errors).toHaveLength(1)
  expect(errors[0]).toContain(error)
})

const quote = (words: string, more = '') =>
  `<Quote by="speaker" on="2024-11-01" source="https://x.example/t"${more}>${words}</Quote>`

const unspoken: [string, EditionFiles, string | undefined][] = [
  [
    'a quotation on a day without a role',
    { 'articles/b.mdx': story.replace('Words.', '<Quote by="speaker" on="2023-12-31">x</Quote>') },
    'articles/b.mdx:9:21 body: "speaker" held no role on 2023-12-31',
  ],
  [
    'a quotation on a story’s day without a role',
    { 'articles/b.mdx': story.replace('2024-11-22', '2023-12-31').replace('Words.', '<Quote by="speaker">x</Quote>') },
    'articles/b.mdx:9:1 body: "speaker" held no role on 2023-12-31',
  ],
  [
    'a role that ends before it begins',
    {
      'people/b.mdx': documentFile({
        name: 'B',
        roles: [{ title: 'T', institution: 'I', from: '2024-01-02', to: '2024-01-01' }],
      }),
    },
    'people/b.mdx:3:65 roles.to: "2024-01-01" is before "from"',
  ],
  [
    'a pull quote of words that stand nowhere',
    { 'articles/b.mdx': story.replace('Words.', 'Words.\n\n<PullQuote>Other words</PullQuote>') },
    'articles/b.mdx:11:1 body: <PullQuote> "Other words" stands nowhere else',
  ],
  [
    'a pull quote of somebody’s words that another said',
    {
      'articles/b.mdx': story.replace('Words.', 'Words of mine.\n\n<PullQuote by="speaker">Words of mine</PullQuote>'),
    },
    'stands in no quotation of "speaker"',
  ],
  [
    'a pull quote with other quotation marks and dashes',
    {
      'articles/b.mdx': story.replace(
        'Words.',
        'It’s “here” — now, *really*.\n\n<PullQuote>"Here" - Now, Really</PullQuote>',
      ),
    },
    undefined,
  ],
  [
    'the same quotation with other words',
    {
      'articles/b.mdx': story.replace('Words.', quote('We stay.')),
      'articles/c.mdx': story.replace('Words.', quote('We go.')),
    },
    'articles/c.mdx:9:21 body: "We go." differs from what articles/b.mdx quotes',
  ],
  [
    'the same quotation with the same words',
    {
      'articles/b.mdx': story.replace('Words.', quote('We’ll stay.')),
      'articles/c.mdx': story.replace('Words.', quote("We'll stay.")),
    },
    undefined,
  ],
  [
    'a part of it that is marked',
    {
      'articles/b.mdx': story.replace('Words.', quote('We stay here.')),
      'articles/c.mdx': story.replace('Words.', quote('stay here', ' excerpt="true"')),
    },
    undefined,
  ],
  [
    'a part of it that it does not have',
    {
      'articles/b.mdx': story.replace('Words.', quote('We stay here.')),
      'articles/c.mdx': story.replace('Words.', quote('stay there', ' excerpt="true"')),
    },
    '"stay there" differs from what articles/b.mdx quotes',
  ],
]

test.each(unspoken)('%s', async (_what, files, error) => {
  const errors = await errorsOf(files)
  expect(errors).toHaveLength(error ? 1 : 0)
  if (error) expect(errors[0]).toContain(error)
})

test('500 errors are told at once, and what was read before is told again from what was kept', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`articles/many-${index}.mdx`, story.replace('[news]', '[nwes]')]),
  )
  const first = await errorsOf(many)
  expect(first).toHaveLength(500)
  expect(await errorsOf(many)).toEqual(first)
  expect(await errorsOf({})).toEqual([])
})

/** Bodies with several errors, or with one that could be told twice: the places and fields of all that must be told. */
const tangled: [string, string, string[]][] = [
  ['a box that never closes', '<KeyPoints>\n\n- a', ['9:1']],
  ['errors behind tags that do not match', 'text </Quote> text\n\n{again}', ['9:6', '11:1']],
  ['a quotation closed in another paragraph', '<Quote by="speaker">\n\nOne\n\ntwo</Quote> {x}', ['13:4', '13:13']],
  ['an address of another site without its scheme', '[x](//evil.example) and [y](/\\\\evil.example)', ['9:1', '9:25']],
  ['a picture of another site', '![x](https://evil.example/x.png)\n\n![y](data:image/png;base64,x)', ['9:1', '11:1']],
  ['a picture of another site by reference', '![x][1]\n\n[1]: https://evil.example/x.png', ['11:1']],
  ['a picture without a source', '<Photo src="" alt="A" credit="C" />', ['9:8']],
  ['a pull quote of nobody', '<PullQuote by="nobody">Words</PullQuote>', ['9:12']],
  [
    'a tag that never closes behind sound ones',
    'Fine <Quote by="speaker">y</Quote>.\n\nText <Quote by="speaker">y\n\n{again}',
    ['11:6', '13:1'],
  ],
  ['an attribute without quotation marks', '<Quote by=speaker>y</Quote>', ['9:1']],
  ['a closing tag that is misspelt', '<Quote by="speaker">y</Qoute>', ['9:22']],
  ['a quotation without words', '<Quote by="speaker"></Quote>', ['9:1']],
  ['half a word as a pull quote', 'The cat sat.\n\n<PullQuote>he cat sa</PullQuote>', ['11:1']],
  ['an address in angle brackets', 'See <https://auto.example> there', ['9:5']],
  ['a lone brace before another error', '{\n\n<Quote by="nope">x</Quote>', ['9:1', '11:8']],
]

test.each(tangled)('%s is told once', async (_what, body, places) => {
  const errors = await errorsOf({ 'articles/a-story.mdx': story.replace('Words.', () => body) })
  expect(errors.map((error) => /^articles\/a-story\.mdx:(\d+:\d+) body: /.exec(error)?.[1])).toEqual(places)
})

test('a picture by reference, in a folder with a space, is as good as any', async () => {
  const body = '![x][1] ![y](<photos/a b/한글.png>) ![z](photos/a%20b/한글.png)\n\n[1]: photos/a.png'
  const files = { 'photos/a b/한글.png': picture, 'articles/a-story.mdx': story.replace('Words.', body) }
  expect(await errorsOf(files)).toEqual([])
})

test('broken people, and folders that are none, keep no error from being told', async () => {
  const errors = await errorsOf({
    'people/b.mdx': '---\nname: B\nroles: [null]\n---\n',
    'articles/b.mdx': story.replace('Words.', '<Quote by="b">x</Quote> {y}'),
    pages: 'no folder',
    'artcles/c.mdx': story,
  })
  expect(errors).toEqual([
    expect.stringContaining('artcles:1:1 file: is not a folder of the publication. Did you mean "articles"?'),
    expect.stringContaining('articles/b.mdx:9:25 body: "{"'),
    expect.stringContaining('pages:1:1 file: is a link or a file, not a folder'),
    expect.stringContaining('people/b.mdx:3:9 roles: is empty'),
  ])
})

test('a misspelt field in one item hides no missing field of another', async () => {
  const roles = '[{title: A, institutio: B, from: 2024-01-01}, {title: A, from: 2024-01-01}]'
  const errors = await errorsOf({ 'people/b.mdx': `---\nname: B\nroles: ${roles}\n---\n` })
  expect(errors).toHaveLength(2)
})

test('a link to the archive of a year without stories, or to the former address of a draft, leads nowhere', async () => {
  const errors = await errorsOf({
    'articles/b.mdx': story.replace('topics', 'status: draft\nformerSlugs: [old-b]\ntopics'),
    'articles/c.mdx': story.replace('Words.', '[x](/archive/1999) [y](/archive/2024/11/22) [z](/articles/old-b)'),
  })
  expect(errors.map((error) => error.split(' ')[0])).toEqual(['articles/c.mdx:9:1', 'articles/c.mdx:9:45'])
})

test('a pull quote may span paragraphs and line breaks of a quotation', async () => {
  const said = '<Quote by="speaker">\n\nWe stay.\n\nWe\\\nwin.\n\n</Quote>'
  const body = `${said}\n\n<PullQuote by="speaker">We stay. We win.</PullQuote>`
  expect(await errorsOf({ 'articles/a-story.mdx': story.replace('Words.', () => body) })).toEqual([])
})

test('a draft’s misquotation is the draft’s error, not the public story’s', async () => {
  const errors = await errorsOf({
    'articles/b.mdx': story
      .replace('2024-11-22', '2024-11-20')
      .replace('topics', 'status: draft\ntopics')
      .replace('Words.', quote('We go.')),
    'articles/c.mdx': story.replace('Words.', quote('We stay.')),
  })
  expect(errors).toEqual([
    expect.stringContaining('articles/b.mdx:10:21 body: "We go." differs from what articles/c.mdx'),
  ])
})

test('a script fence never runs', async () => {
  await errorsOf({
    'articles/a-story.mdx': story.replace(/^---/, '---js').replace('headline: A story', 'globalThis.ran = true'),
  })
  expect(globalThis).not.toHaveProperty('ran')
})

test('what is no plain file of a sensible size is an error, and is not read', async () => {
  writeEdition(folder, { ...sound, 'articles/huge.mdx': story + 'Words. '.repeat(30_000), 'outside.txt': 'secret' })
  mkdirSync(join(folder, 'articles/folder.mdx'))
  symlinkSync(join(folder, 'outside.txt'), join(folder, 'articles/link.mdx'))
  symlinkSync('/etc', join(folder, 'articles/etc'))
  symlinkSync('/etc/hostname', join(folder, 'photos/link.png'))
  writeFileSync(join(folder, 'articles/b.mdx'), story.replace('Words.', '![x](photos/link.png)'))
  expect((await checkContent(now)).errors.map(formatError)).toEqual([
    expect.stringContaining('articles/b.mdx:9:1 body: "photos/link.png" is a symbolic link'),
    expect.stringContaining('articles/etc:1:1 file: is a symbolic link'),
    expect.stringContaining('articles/folder.mdx:1:1 file: is a folder'),
    expect.stringContaining('articles/huge.mdx:1:1 file: is larger than 200 KB'),
    expect.stringContaining('articles/link.mdx:1:1 file: is a symbolic link'),
    expect.stringContaining('outside.txt:1:1 file: is not a file of the publication'),
    expect.stringContaining('photos/link.png:1:1 file: is a symbolic link'),
  ])
})

test('a publication without its own file, or with an empty one, is one error', async () => {
  expect(await errorsOf({ 'publication.yaml': '' })).toEqual([
    'publication.yaml:1:1 yaml: holds no fields. Write one a line, such as "name: …"',
  ])
  rmSync(join(folder, 'publication.yaml'))
  expect((await checkContent(now)).errors.map(formatError)).toEqual([
    expect.stringContaining('publication.yaml:1:1 file: is missing'),
  ])
})

test('a folder without stories is sound, one that does not exist is not', async () => {
  writeEdition(folder, { 'publication.yaml': publicationFile([]) })
  expect((await checkContent(now)).errors).toEqual([])
  vi.stubEnv('CONTENT_DIR', join(folder, 'nowhere'))
  expect((await checkContent(now)).errors).toMatchObject([{ field: 'CONTENT_DIR' }])
})
