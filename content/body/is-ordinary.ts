/** The longest body that satteri gets, in characters, and the most `&` in it: with more it may take over a second. */
const [maxLength, maxEntities] = [20_000, 200]

/** Code of any kind but `\{`, and signs that it takes for others: NUL, other ends of lines, and the byte-order mark. */
const neverOrdinary = /(?<!(?<!\\)\\)\{|[`\0\r\u2028\u2029\uFEFF]/

/** What it does not get, as remark reads it otherwise. */
const odd = new RegExp(
  [
    // Words that may be code at the start of a line.
    '^[ \\t]*(?:import|export)\\b',
    // Marks of emphasis that touch marks of another kind, or letters of two UTF-16 units.
    ...['\\\\[*_~]', '\\*[_~]', '_[*~]', '~[*_]', '[*_~][\\uD800-\\uDBFF]', '[\\uDC00-\\uDFFF][*_~]'],
    // A note that begins within a line, or stands in the words of a link or picture, or begins with the sign of a block.
    ...[
      '^.+\\[\\^[^\\]\\n]{0,300}\\]:',
      '\\[[^\\]]{0,300}\\[\\^',
      '!\\[\\^',
      '^[ \\t]*\\[\\^[^\\]\\n]+\\]:[ \\t]*(?:[^\\s\\w]|\\d+[.)])',
    ],
    // A definition that another block follows at once.
    '^[ \\t]*\\[[^\\]\\n]+\\]:.*\\n(?![ \\t]*(?:\\n|\\[|$))',
    // A tag in a quotation of Markdown's own, one of several lines within or below others, and one after the sign of a list.
    ...[
      '^[^\\n<>]*>[^\\n<]*<',
      '^[^\\n]+<\\w[^>\\n]*$',
      '^[^\\n<]+\\n<\\w[^>\\n]*$',
      '^[ \\t]*(?:[-*+]|\\d+[.)])[ \\t]+</',
    ],
    // Bare addresses without a scheme, that begin with a period, or beside an address of mail.
    ...[
      '(?<!//)www\\.',
      'https?://\\.',
      '//\\S{0,300}@',
      '@\\S{0,300}//',
      '(?<!\\()(?:xmpp|mailto):',
      '[^\\x00-\\x7F][\\w.+-]{0,100}@',
    ],
    // A table without signs at the start of its lines, a task without words, and a line that ends in a backslash.
    ...['^[^|\\n]+\\|', '\\[[ xX]\\][ \\t]*\\n', '\\\\\\n'],
  ].join('|'),
  'm',
)

/** May satteri read a body? Nothing can stop its native code, and some texts take it for ever or end the process. */
export function isOrdinary(body: string): boolean {
  if (body.length > maxLength || neverOrdinary.test(body) || odd.test(body)) return false
  return (body.match(/&/g)?.length ?? 0) <= maxEntities && isPaired(body, /\*+/g) && isPaired(body, /_+/g)
}

/** Marks of emphasis that are left over are paired otherwise where single and double ones meet. */
function isPaired(body: string, marks: RegExp): boolean {
  const lengths = (body.match(marks) ?? []).map(({ length }) => length)
  const isEven = (length: number) => lengths.filter((one) => one === length).length % 2 === 0
  return lengths.every((length) => length <= 2) && isEven(1) && isEven(2)
}
