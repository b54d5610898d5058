/** One thing wrong in the words: where (both count from 1), in which field, what, and how to mend it. */
export type Fault = { file: string; line: number; column: number; field: string; message: string }

/** `articles/x.mdx:7:3 topics: "econmy" is not a topic. Did you mean "economy"?` */
export const formatFault = ({ file, line, column, field, message }: Fault) =>
  `${file}:${line}:${column} ${field}: ${message}`.replace(/\s*\n\s*/g, ' ')

/** In the order an editor meets them: by file, then from top to bottom. */
export const byPlace = (a: Fault, b: Fault) =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column

/** Faults of the whole file stand at its beginning. */
export const wholeFile = { line: 1, column: 1 }
