import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { toRead } from '#lib/reads/anonymize'
import { ReaderTable } from '#lib/reads/reader-table'

/** Prints the memory of a table of readers as it grows to its limit. */
const { arrayBuffers: before } = process.memoryUsage()
const table = new ReaderTable()
setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

for (let reader = 1; reader <= 3_000_000; reader++) {
  const address = `${1 + (reader >> 20)}.${(reader >> 12) & 255}.${(reader >> 4) & 255}.${reader & 15}`
  table.admit(toRead('a story', { address, userAgent: 'A browser' }, 'salt', '2024-01-01', 1))
  if (reader % 1_000_000 === 0) {
    collectGarbage()
    const megabytes = (process.memoryUsage().arrayBuffers - before) / 2 ** 20
    console.log(`table of readers after ${reader / 1e6} million readers: ${megabytes.toFixed(0)} MB`)
  }
}
