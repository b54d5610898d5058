import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { editions } from './editions'

const run = promisify(execFile)
const minute = 60_000

for (const [name, { url }] of Object.entries(editions)) {
  test(`the edition "${name}" meets all requirements of platforms`, async () => {
    test.setTimeout(15 * minute)
    const { code, stdout } = await run('npx', ['--no-install', 'tsx', 'lib/commands/conformance.ts', url], {
      maxBuffer: 2 ** 24,
    }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => error,
    )
    expect(code, stdout).toBe(0)
    expect(stdout).toContain('0 failed')
  })
}
