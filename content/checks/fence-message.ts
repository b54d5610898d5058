/** What is wrong with the lines of `---` around the front matter of a text that has none that could be read. */
export function fenceMessage(text: string): string {
  const first = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? ''
  const stray = /^---.+$/m.exec(first === '---' ? text.slice(text.indexOf('\n')) : first)?.[0]
  if (stray) return `${JSON.stringify(stray.replace(/\r$/, ''))} is not a fence. Write a line of exactly "---"`
  if (first === '---') return 'does not end. Close it with a line of exactly "---"'
  return 'is missing. Begin the file with a line of exactly "---", the fields, and a second such line'
}
