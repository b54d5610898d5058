import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { snapshotDir } from '#lib/snapshot/paths'
import { makeSnapshot } from './make-snapshot'
import { storyStages } from './story-stages'
import { writeEdition } from './write-content'

/** For tests: makes a snapshot of each stage of a story's life in the given folder. */
const folder = process.argv[2]
if (!folder) throw new Error('Give the folder in which the stages are to stand')

const content = mkdtempSync(join(tmpdir(), 'dateline-stages-'))
for (const [stage, files] of Object.entries(await storyStages())) {
  writeEdition(content, files)
  const root = makeSnapshot(content)
  rmSync(join(folder, stage), { recursive: true, force: true })
  cpSync(join(root, snapshotDir), join(folder, stage), { recursive: true })
  rmSync(root, { recursive: true })
}
rmSync(content, { recursive: true })
