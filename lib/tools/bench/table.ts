/** A line of a Markdown table. */
export const tableRow = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`

/** The head of a Markdown table. */
export const tableTop = (names: string[]) => `${tableRow(names)}\n|${'---|'.repeat(names.length)}`
