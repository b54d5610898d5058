type Line = Record<string, string | number | undefined>

/** How many milliseconds lines about requests wait, so that many are written at once. */
const patience = 100

const waiting: string[] = []

/** Tells the operator of an error, in one line of JSON on standard output, at once. */
export const logError = (message: string, about: Line = {}): void => writeNow({ level: 'error', message, ...about })

/** Tells the operator of something that is as it should be. */
export const logNotice = (message: string, about: Line = {}): void => writeNow({ level: 'info', message, ...about })

/** Tells of something that happens all the time; its line is written within a tenth of a second. */
export function logSoon(message: string, about: Line): void {
  if (waiting.length === 0) setTimeout(flushLog, patience).unref()
  waiting.push(toText({ level: 'info', message, ...about }))
}

/** Writes the lines that wait. */
export function flushLog(): void {
  if (waiting.length > 0) console.log(waiting.join('\n'))
  waiting.length = 0
}

function writeNow(line: Line): void {
  flushLog()
  console.log(toText(line))
}

const toText = (line: Line) => JSON.stringify({ time: new Date().toISOString(), ...line })
