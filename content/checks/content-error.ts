/** One thing wrong in the words: where (both count from 1), in which field, what, and how to mend it. */
export type ContentError = { file: string; line: number; column: number; field: string; message: string }

type Placed = Pick<ContentError, 'file' | 'line' | 'column'>

/** `articles/x.mdx:7:3 topics: "econmy" is not a topic. Did you mean "economy"?` Nothing in it can steer a terminal. */
export const formatError = ({ file, line, column, field, message }: ContentError) =>
  `${isSafeAtStart(file) ? file : `./${file}`}:${line}:${column} ${field}: ${toLine(shorten(message))}`.replace(
    steering,
    (sign) => `\\u{${toHex(sign)}}`,
  )

/** Some services take what begins a line of a log for a command of theirs, such as `::add-mask::`. */
const isSafeAtStart = (file: string) => !/^\s*(::|##)/.test(file)

/** The same as JSON. */
export const formatJson = (errors: ContentError[]) =>
  JSON.stringify(errors, null, 2).replace(steering, (sign) =>
    sign === '\n' ? sign : `\\u${toHex(sign).padStart(4, '0')}`,
  )

/** What steers a terminal or turns the direction of its text. */
const steering = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu

const toHex = (sign: string) => (sign.codePointAt(0) ?? 0).toString(16)

/** A long message without its middle: what is wrong stands at its start, how to mend it at its end. */
const shorten = (message: string) =>
  message.length <= 500 ? message : `${message.slice(0, 250)} … ${message.slice(-200)}`

const toLine = (message: string) =>
  message
    .split('\n')
    .map((line) => line.trim())
    .join(' ')

/** How many errors of a file are listed. */
export const maxErrors = 20

/** Errors in the order of their places: of each file the first twenty, and how many there are beside them. */
export function listErrors(errors: ContentError[]): ContentError[] {
  const byFile = new Map<string, ContentError[]>()
  for (const error of errors.toSorted(byPlace)) {
    const others = byFile.get(error.file)
    if (others) others.push(error)
    else byFile.set(error.file, [error])
  }
  return [...byFile].flatMap(([file, all]) => {
    const listed = all.slice(0, maxErrors)
    const rest = all.length - listed.length
    const { line, column } = listed.at(-1) ?? wholeFile
    const message = `has ${rest} more ${rest === 1 ? 'error' : 'errors'}. Mend these first`
    return rest === 0 ? listed : [...listed, { file, line, column, field: 'file', message }]
  })
}

/** In the order an editor meets them: by file, then from top to bottom. */
export const byPlace = (a: Placed, b: Placed) =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column

/** Errors of the whole file stand at its beginning. */
export const wholeFile = { line: 1, column: 1 }
