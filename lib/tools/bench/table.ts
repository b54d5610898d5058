/** A row of a Markdown table. */
export const tableRow = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`

/** The header of a Markdown table. */
export const tableTop = (names: string[]) => `${tableRow(names)}\n|${'---|'.repeat(names.length)}`
