import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeSuggest } from '#content/did-you-mean'
import { documentFile, type EditionFiles, smallEdition, writeEdition } from '#lib/tools/testing/write-content'
import { checkContent } from './check-content'
import { formatError, formatJson, wholeFile } from './content-error'
import { type ListedPhoto, readCheckedPhoto } from './list-photos'
import { openPicture } from './open-picture'
import { toReadingError, withinTime } from './within-time'

const now = new Date('2024-11-23T00:00:00Z')
const fields = { headline: 'A', dek: 'B', publishedAt: '2024-11-22T09:30:00Z', authors: ['desk'], topics: ['news'] }
const story = (body = 'Words.', more: Record<string, unknown> = {}) => documentFile({ ...fields, ...more }, body)
const red = await picture(4, 4)

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-intake-'))
  vi.stubEnv('CONTENT_DIR', folder)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

function picture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: 'red' }, limitInputPixels: false })
    .png()
    .toBuffer()
}

function write(files: EditionFiles): void {
  writeEdition(folder, {
    ...smallEdition,
    ...files,
  })
}

const check = async () => (await checkContent(now)).errors.map(formatError)

async function errorsOf(files: EditionFiles): Promise<string[]> {
  write(files)
  return check()
}

test.each([
  ['photos/evil.test.ts', 'has a name that does not end in .jpg, .png, .webp or .avif'],
  ['photos/a/page.css', 'has a name that does not end in'],
  ['articles/2024/next.config.js', 'has a name that does not end in ".mdx"'],
  ['people/a.spec.ts', 'has a name that does not end in ".mdx"'],
  ['package.json', 'is not a file of the publication'],
  ['vitest.config.ts', 'is not a file of the publication'],
  ['checks/check-content.ts', 'is not a folder of the publication'],
  ['HEAD', 'is not a file of the publication'],
])('a file of no known kind, %s, is an error that names it', async (file, message) => {
  expect(await errorsOf({ [file]: 'x' })).toEqual([expect.stringContaining(message)])
  expect((await check())[0]?.startsWith(file.startsWith('checks') ? 'checks:1:1' : `${file}:1:1`)).toBe(true)
})

test('what systems leave behind and a README are no errors', async () => {
  expect(
    await errorsOf({ 'photos/Thumbs.db': 'x', 'articles/.DS_Store': 'x', 'README.md': 'x', 'LICENCE.txt': 'x' }),
  ).toEqual([])
})

test('links and special files are errors at once, wherever they stand', async () => {
  write({ 'articles/a.mdx': story() })
  const outside = mkdtempSync(join(tmpdir(), 'dateline-outside-'))
  writeFileSync(join(outside, 'a.png'), red)
  symlinkSync(outside, join(folder, 'photos'))
  symlinkSync('/usr', join(folder, 'notes'))
  rmSync(join(folder, 'publication.yaml'))
  spawnSync('mkfifo', [join(folder, 'publication.yaml'), join(folder, 'articles/b.mdx')])
  expect(await check()).toEqual([
    expect.stringContaining('articles/b.mdx:1:1 file: is not a plain file'),
    expect.stringContaining('notes:1:1 file: is not a file of the publication'),
    expect.stringContaining('photos:1:1 file: is a link or a file, not a folder'),
    expect.stringContaining('publication.yaml:1:1 file: is not a plain file'),
  ])
  rmSync(join(folder, 'publication.yaml'))
  symlinkSync('/dev/zero', join(folder, 'publication.yaml'))
  expect(await check()).toContainEqual(expect.stringContaining('publication.yaml:1:1 file: is a symbolic link'))
  rmSync(outside, { recursive: true })
})

test('the content folder itself may be a link', async () => {
  write({ 'articles/a.mdx': story('![Red](photos/a.png)'), 'photos/a.png': red })
  const link = `${folder}-link`
  symlinkSync(folder, link)
  vi.stubEnv('CONTENT_DIR', link)
  expect(await check()).toEqual([])
  rmSync(link)
})

test('the bytes of a picture that were checked are published, and never others', async () => {
  write({ 'photos/a.png': red, 'photos/deep/b.png': red })
  const { content } = await checkContent(now)
  const [a, b] = ['photos/a.png', 'photos/deep/b.png'].map((name) => content.photos.get(name) as ListedPhoto)
  expect(readCheckedPhoto(a as ListedPhoto)).toEqual(red)
  const secret = join(folder, 'secret')
  mkdirSync(secret)
  writeFileSync(join(secret, 'b.png'), red)
  rmSync(join(folder, 'photos/a.png'))
  symlinkSync(join(secret, 'b.png'), join(folder, 'photos/a.png'))
  expect(() => readCheckedPhoto(a as ListedPhoto)).toThrow('is a symbolic link')
  rmSync(join(folder, 'photos/a.png'))
  writeFileSync(join(folder, 'photos/a.png'), 'other')
  expect(() => readCheckedPhoto(a as ListedPhoto)).toThrow('changed while it was read')
  // A folder on the way is replaced: the same bytes lie behind it, but not in the content folder.
  renameSync(join(folder, 'photos/deep'), join(folder, 'photos/old'))
  symlinkSync(secret, join(folder, 'photos/deep'))
  expect(() => readCheckedPhoto(b as ListedPhoto)).toThrow('is reached through a link')
})

test('names that no terminal or disk can show are errors, and are printed escaped', async () => {
  write({ 'articles/a.mdx': story(), 'photos/\u001b[2Ja.png': red })
  writeFileSync(
    Buffer.concat([Buffer.from(join(folder, 'articles/')), Buffer.from([0x63, 0xe9, 0x2e, 0x6d, 0x64, 0x78])]),
    'x',
  )
  const errors = await check()
  expect(errors).toEqual([
    expect.stringContaining('file: has a name that is not UTF-8. Rename it'),
    'photos/\\u{1b}[2Ja.png:1:1 file: has a control character in its name. Rename it',
  ])
})

test('a picture of too many pixels is an error', async () => {
  const errors = await errorsOf({
    'photos/huge.png': await picture(12_000, 9_000),
    'articles/a.mdx': story('![Red](photos/huge.png)'),
  })
  expect(errors).toEqual([expect.stringContaining('"photos/huge.png" has 108 million pixels. Make it smaller')])
})

test('an SVG under the name of a picture is not opened, and what is costly to open has a smaller limit of pixels', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>`
  const size = { width: 6000, height: 5000, channels: 3, background: 'red' } as const
  const grey = sharp({ create: size }).greyscale()
  const avif = await sharp({ create: size }).avif({ effort: 0, quality: 1 }).toBuffer()
  const errors = await errorsOf({
    'photos/a.png': svg,
    'photos/b.avif': avif,
    'photos/c.jpg': await grey.clone().jpeg({ progressive: true }).toBuffer(),
    'photos/d.png': await grey.clone().toColourspace('grey16').png({ compressionLevel: 1 }).toBuffer(),
    'photos/e.jpg': await grey.clone().jpeg().toBuffer(),
    'articles/a.mdx': story(
      ['a.png', 'b.avif', 'c.jpg', 'd.png', 'e.jpg'].map((name) => `![A](photos/${name})`).join('\n\n'),
    ),
  })
  expect(errors).toEqual([
    expect.stringContaining('"photos/a.png" cannot be read as a picture'),
    ...['b.avif', 'c.jpg', 'd.png'].map((name) =>
      expect.stringContaining(`"photos/${name}" has 30 million pixels. Make it smaller: at most 25 million`),
    ),
  ])
})

test('a picture that is cut off is an error, as is a JPEG of very many scans', async () => {
  const noise = {
    create: { width: 300, height: 200, channels: 3, background: 'red', noise: { type: 'gaussian' } },
  } as const
  const progressive = await sharp(noise).jpeg({ progressive: true }).toBuffer()
  const [scan, end] = [progressive.lastIndexOf(Buffer.from([0xff, 0xda])), progressive.length - 2]
  const scans = Array(40).fill(progressive.subarray(scan, end))
  const errors = await errorsOf({
    'photos/a.jpg': progressive,
    'photos/b.jpg': progressive.subarray(0, progressive.length / 2),
    'photos/c.png': (await sharp(noise).png().toBuffer()).subarray(0, 20_000),
    'photos/d.jpg': Buffer.concat([progressive.subarray(0, end), ...scans, progressive.subarray(end)]),
    'articles/a.mdx': story(['a.jpg', 'b.jpg', 'c.png', 'd.jpg'].map((name) => `![A](photos/${name})`).join('\n\n')),
  })
  expect(errors).toEqual([
    expect.stringContaining('"photos/b.jpg" is damaged or cut off'),
    expect.stringContaining('"photos/c.png" is damaged or cut off'),
    expect.stringContaining('"photos/d.jpg" is saved in too many steps'),
  ])
})

test('a PNG that unpacks into gigabytes of notes is an error at once; short notes are none', async () => {
  const plain = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const withNotes = (type: string, count: number, text: Buffer) =>
    Buffer.concat([plain.subarray(0, 33), ...Array(count).fill(pngChunk(type, text)), plain.subarray(33)])
  const packed = deflateSync(Buffer.alloc(20_000_000))
  const unpackings = process.cpuUsage()
  for (let count = 0; count < 10; count++) inflateSync(packed)
  const unpacking = process.cpuUsage(unpackings).user / 10
  const start = process.cpuUsage()
  const errors = await errorsOf({
    'photos/a.png': withNotes('zTXt', 200, Buffer.concat([Buffer.from('note\0\0'), packed])),
    'photos/b.png': withNotes('iTXt', 200, Buffer.concat([Buffer.from('note\0\u0001\0\0\0'), packed])),
    'photos/c.png': withNotes('zTXt', 3, Buffer.concat([Buffer.from('note\0\0'), deflateSync('by us')])),
    'photos/d.png': withNotes('iTXt', 1, Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${'<x/>'.repeat(10_000)}`)),
    'articles/a.mdx': story(['a', 'b', 'c', 'd'].map((name) => `![A](photos/${name}.png)`).join('\n\n')),
  })
  expect(errors).toEqual([
    expect.stringContaining('"photos/a.png" holds long notes'),
    expect.stringContaining('"photos/b.png" holds long notes'),
  ])
  // There are 400 of these notes.
  expect(process.cpuUsage(start).user / unpacking).toBeLessThan(200)
})

test('a picture of very many small parts is an error before a decoder looks through them', async () => {
  const red = { create: { width: 30, height: 20, channels: 3, background: 'red' } } as const
  const [png, jpeg, gif] = await Promise.all([
    sharp(red).png().toBuffer(),
    sharp(red).jpeg().toBuffer(),
    sharp(red).gif().toBuffer(),
  ])
  const within = (bytes: Buffer, at: number, part: Buffer, count = 1001) =>
    Buffer.concat([bytes.subarray(0, at), ...Array(count).fill(part), bytes.subarray(at)])
  const marker = Buffer.from([0xff, 0xed, 0, 3, 0x41])
  const still = await sharp(red).webp().toBuffer()
  const progressive = await sharp(red).jpeg({ progressive: true }).toBuffer()
  const webp = within(still, still.length, Buffer.from('ANMF\u0002\0\0\0ab', 'latin1'))
  const frame = webpChunk('ANMF', Buffer.concat([Buffer.alloc(16), still.subarray(12)]))
  const nested = webpChunk('ANMF', Buffer.concat([Buffer.alloc(16), still.subarray(12), ...Array(1001).fill(frame)]))
  const files = {
    'a.png': within(png, 33, pngChunk('eXIf', Buffer.from('MM\0*\0\0\0\b'))),
    'b.jpg': within(jpeg, 2, marker),
    'c.gif': within(gif, gif.length - 1, Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0])),
    'd.webp': webp,
    'e.webp': Buffer.concat([still.subarray(0, 12), nested]),
    'f.jpg': within(progressive, progressive.lastIndexOf(Buffer.from([0xff, 0xda])), marker),
    'g.jpg': within(jpeg, 2, marker, 20),
  }
  const names = Object.keys(files)
  const errors = await errorsOf({
    ...Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`photos/${name}`, bytes])),
    'articles/a.mdx': story(names.map((name) => `![A](photos/${name})`).join('\n\n')),
  })
  expect(errors).toEqual(
    names.slice(0, 6).map((name) => expect.stringContaining(`"photos/${name}" has more than a thousand frames`)),
  )
})

/** A part of a WebP: its kind, length and data. */
function webpChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(type), length, data])
}

/** The processes of this one that open pictures. */
const listOpeners = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isOpener(name))
    .map(Number)

function isOpener(id: string): boolean {
  try {
    const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]
    return Number(parent) === process.pid && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('picture-opener')
  } catch {
    return false
  }
}

test('a picture that keeps its decoder busy is given up, and the next one is opened', async () => {
  const size = { width: 9000, height: 9000, channels: 3, background: 'red' } as const
  const [large, small] = await Promise.all([
    sharp({ create: size }).greyscale().png({ compressionLevel: 1 }).toBuffer(),
    sharp({ create: { ...size, width: 4, height: 4 } })
      .png()
      .toBuffer(),
  ])
  expect(await openPicture(large, 50)).toBe('late')
  expect(await openPicture(small)).toMatchObject({ format: 'png', width: 4, height: 4, isWhole: true })
  expect(await openPicture(Buffer.from('none'))).toBeUndefined()
  // The process that opens pictures may also be ended while it waits for the next one.
  for (const opener of listOpeners()) process.kill(opener, 'SIGKILL')
  await expect.poll(listOpeners).toEqual([])
  expect(await openPicture(small)).toMatchObject({ width: 4 })
})

/** A part of a PNG: its length, kind, data and checksum. */
function pngChunk(type: string, data: Buffer): Buffer {
  const kindAndData = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(kindAndData))
  return Buffer.concat([length, kindAndData, sum])
}

test('no name of a file begins a line with what a service may take for a command', async () => {
  const errors = await errorsOf({ '::add-mask::e': 'x', '##[error]': 'x' })
  expect(errors).toEqual([
    expect.stringMatching(/^\.\/##\[error\]:1:1 /),
    expect.stringMatching(/^\.\/::add-mask::e:1:1 /),
  ])
})

test('quotations that take too long to compare are one error', async () => {
  const quote = (text: string, more = '') =>
    `<Quote by="speaker" on="2024-11-21" source="https://example.org/a"${more}>${text}</Quote>`
  const parts = Array.from({ length: 40 }, (_, n) => quote('a'.repeat(3000 + n), ' excerpt="true"'))
  const errors = await errorsOf({
    'articles/a.mdx': story(quote('a'.repeat(120_000))),
    'articles/b.mdx': story(quote('a'.repeat(120_000))),
    'articles/c.mdx': story(parts.join('\n\n')),
  })
  expect(errors).toEqual([expect.stringContaining('takes more than a second to compare')])
})

test('what was meant is looked for a hundred times, and not for words that are no slip', () => {
  const suggest = makeSuggest()
  const found = Array.from({ length: 150 }, () => suggest('econmy', ['economy'])).filter((text) => text !== '')
  expect(found).toHaveLength(100)
  expect(makeSuggest()('a'.repeat(100), ['a'.repeat(101)])).toBe('')
})

test('every field has a limit', async () => {
  const long = 'x'.repeat(3000)
  const errors = await errorsOf({
    'articles/a.mdx': story(`<Photo src="photos/a.png" alt="${long}" credit="C" />`, {
      kicker: long,
      place: long,
      corrections: Array.from({ length: 201 }, () => ({ at: '2024-11-22T10:00:00Z', text: 'x' })),
    }),
    'photos/a.png': red,
    'people/speaker.mdx': documentFile({
      name: long,
      roles: [{ title: long, institution: long, from: '2024-01-01' }],
      sameAs: [`https://example.org/${long}`],
    }),
  })
  expect(errors.map((error) => / ([\w.]+): /.exec(error)?.[1])).toEqual([
    ...['kicker', 'place', 'corrections', 'body'],
    ...['name', 'roles.title', 'roles.institution', 'sameAs'],
  ])
  for (const error of errors) expect(error.length).toBeLessThan(600)
})

const keys = Array.from({ length: 40_000 }, (_, n) => `k${n}: 1\n`).join('')
const tags = Array.from({ length: 480 }, (_, n) => `<div class="a${n}"><span style="x">t</span></div>\n`).join('')
const lists = Array.from({ length: 300 }, (_, n) => `${'  '.repeat(n)}- a\n`).join('')

test.each([
  ['a heading of 80,000 lines', story(`${'a\n'.repeat(80_000)}===`)],
  ['pasted HTML', story(tags)],
  ['pasted JSON', story(JSON.stringify(Array.from({ length: 240 }, (_, id) => ({ id, tags: ['a', 'b'] }))))],
  ['40,000 fields', story().replace('---\n', `---\n${keys}`)],
  ['brackets in brackets in YAML', story().replace('---\n', `---\nx: ${'['.repeat(50_000)}\n`)],
  ['300 lists in lists', story(lists)],
  ['2,000 quotations in quotations', story(`${'>'.repeat(2000)}a`)],
  ['20,000 quotations in quotations', story(`${'>'.repeat(20_000)}a`)],
  ['3,000 tags in tags', story('<KeyPoints>'.repeat(3000))],
  ['9,000 links to nothing', story(Array.from({ length: 9000 }, (_, n) => `[a](/articles/no-${n})`).join('\n\n'))],
  ['100,000 accents on one letter', story(`a${'\u0301'.repeat(50_000)}${'\u0316'.repeat(50_000)}`)],
  [
    'a long title of a link that is used again and again',
    story(`${'[a]\n\n'.repeat(400)}[a]: /x "${'t'.repeat(150_000)}"`),
  ],
  [
    'shorter titles of links that are used very often',
    story(`${'[a] '.repeat(20_000)}\n\n[a]: /x "${'t'.repeat(1900)}"`),
  ],
  [
    'a table of 1,000 columns and few words',
    story(`|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${'|b\n'.repeat(1000)}`),
  ],
  ['a pull quote without words', story('<PullQuote></PullQuote> a\n\n<PullQuote by="speaker">.</PullQuote>')],
  ['300 pictures', story('![A](photos/a.png)\n\n'.repeat(300))],
  ['5,000 quotations', story('<Quote by="speaker">Yes</Quote>\n\n'.repeat(5000))],
])('%s are told in some lines with the name of the file', async (_what, text) => {
  write({ 'articles/hostile.mdx': text })
  const errors = await check()
  expect(errors.length).toBeGreaterThan(0)
  expect(errors.length).toBeLessThanOrEqual(21)
  for (const error of errors) expect(error).toMatch(/^articles\/hostile\.mdx:\d+:\d+ .{1,600}$/)
})

test('work that would never end is stopped, as is work that calls itself without end', () => {
  const hang = () => {
    for (;;);
  }
  const sink = (): number => 1 + sink()
  expect(reasonOf(hang)).toContain('takes more than a second to read')
  expect(reasonOf(() => /^(a+)+$/.test(`${'a'.repeat(50)}b`))).toContain('takes more than a second to read')
  expect(reasonOf(sink)).toContain('nests lists, tags or marks too deeply')
  expect(withinTime(() => 1 + 1, 100)).toBe(2)
  // What waits has not used the time of a processor.
  let times = 0
  const sleep = () => {
    if (++times < 3) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 450)
    return times
  }
  expect(withinTime(sleep, 100)).toBeGreaterThan(1)
})

function reasonOf(work: () => unknown): string | undefined {
  try {
    withinTime(work, 100)
    return undefined
  } catch (error) {
    return toReadingError(error)
  }
}

test('of many errors the first twenty are listed, and the others counted', async () => {
  write({ 'articles/a.mdx': story(Array.from({ length: 100 }, (_, n) => `[a](/articles/no-${n})`).join('\n\n')) })
  const { errors, count } = await checkContent(now)
  expect(count).toBe(100)
  expect(errors).toHaveLength(21)
  expect(errors[0]?.message).toContain('"/articles/no-0" leads nowhere')
  expect(errors[20]?.message).toBe('has 80 more errors. Mend these first')
})

test('the publication of this repository, with the code beside it, has no errors', async () => {
  vi.stubEnv('CONTENT_DIR', 'content')
  expect((await checkContent(new Date())).errors).toEqual([])
})

test('a field whose name is a list or a group is an error and nothing else', async () => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  const errors = await errorsOf({ 'articles/a.mdx': story().replace('---\n', '---\n{ a: b }: c\n') })
  expect(errors).toEqual([expect.stringContaining('"{ a: b }" is not a field here')])
  expect(warned).not.toHaveBeenCalled()
  warned.mockRestore()
})

test('what a terminal would obey is escaped in JSON, too', () => {
  const error = { file: 'a.mdx', line: 1, column: 1, field: 'slug', message: '\u009b2J \u202e \u001b \n "x"' }
  const json = formatJson([error])
  expect(json).not.toMatch(/[\u0080-\u009f\u202e]/)
  expect(JSON.parse(json)).toEqual([error])
})

test('an error with an endless value is told as fast as it is long', () => {
  const cpuOf = (spaces: number) => {
    const message = `["a${' '.repeat(spaces)}b"] is a list, not text`
    const before = process.cpuUsage()
    for (let time = 0; time < 20; time++)
      formatError({ file: 'articles/a.mdx', ...wholeFile, field: 'headline', message })
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  cpuOf(1000)
  expect(cpuOf(16_000)).toBeLessThan(100 * Math.max(cpuOf(1000), 100))
})
