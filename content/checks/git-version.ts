import { spawnSync } from 'node:child_process'
import { contentDir } from '../content-dir'

/** A story's file as an earlier version of the content folder has it. */
export type EarlierFile = { file: string; text: string }

/**
 * The files of stories that read otherwise, or are elsewhere, in an earlier version of the content folder. Throws, in
 * words for its operator, when git cannot tell.
 */
export function readEarlierStories(ref: string): EarlierFile[] {
  git('rev-parse', '--is-inside-work-tree')
  const commit = git('rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`).trim()
  git('cat-file', '-e', `${commit}:./publication.yaml`)
  const changed = git(
    'diff',
    '--name-only',
    '--no-renames',
    '--diff-filter=a',
    '--relative',
    '-z',
    commit,
    '--',
    'articles',
  )
  return changed
    .split('\0')
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => ({ file, text: git('cat-file', 'blob', `${commit}:./${file}`) }))
}

function git(...args: string[]): string {
  const { error, status, stdout, stderr } = spawnSync('git', ['-C', contentDir(), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (error) throw new Error(`git cannot be run: ${error.message}`)
  if (status !== 0)
    throw new Error(
      stderr
        .trim()
        .split('\n')[0]
        ?.replace(/^fatal: /, '') ?? `git ${args[0]} failed`,
    )
  return stdout
}
