/** A file's text in two: the YAML between two lines of exactly `---`, and the body after them. */
type SplitFile = { yaml: string | undefined; yamlStart: number; bodyStart: number }

const fence = /^---\r?$/

/** Offsets count characters of the text. Without a complete front matter `yaml` is undefined and all is body. */
export function splitFrontMatter(text: string): SplitFile {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const firstEnd = lineEnd(text, start)
  if (!fence.test(text.slice(start, firstEnd))) return { yaml: undefined, yamlStart: 0, bodyStart: start }
  for (let line = firstEnd + 1; line <= text.length; line = lineEnd(text, line) + 1) {
    const end = lineEnd(text, line)
    if (fence.test(text.slice(line, end))) {
      return {
        yaml: text.slice(firstEnd + 1, line),
        yamlStart: firstEnd + 1,
        bodyStart: Math.min(end + 1, text.length),
      }
    }
  }
  return { yaml: undefined, yamlStart: 0, bodyStart: start }
}

/** The text with its front matter blanked out, so that all else stays in its place. */
export function blankFrontMatter(text: string): string {
  const { bodyStart } = splitFrontMatter(text)
  return text.slice(0, bodyStart).replace(/[^\n]+/g, '') + text.slice(bodyStart)
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

/** What is wrong with the lines of `---` around the front matter of a text that has none that could be read. */
export function fenceMessage(text: string): string {
  const first = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? ''
  const stray = /^---.+$/m.exec(first === '---' ? text.slice(text.indexOf('\n')) : first)?.[0]
  if (stray) return `${JSON.stringify(stray.replace(/\r$/, ''))} is not a fence. Write a line of exactly "---"`
  if (first === '---') return 'does not end. Close it with a line of exactly "---"'
  return 'is missing. Begin the file with a line of exactly "---", the fields, and a second such line'
}
