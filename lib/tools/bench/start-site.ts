import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Starts the built site in `folder` on a port, and waits until it answers; rejects after half a minute. */
export async function startSite(
  folder: string,
  port: number,
  dataDir = mkdtempSync(join(tmpdir(), 'dateline-bench-data-')),
): Promise<ChildProcess> {
  if (!existsSync(join(folder, 'server.js')))
    throw new Error(`There is no build in ${folder}. Run "npm run build" first`)
  const server = spawn(process.execPath, ['server.js'], {
    cwd: folder,
    env: {
      ...process.env,
      PORT: `${port}`,
      HOSTNAME: 'localhost',
      DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let attempt = 0; attempt < 300; attempt++) {
    const response = await fetch(`http://localhost:${port}/icon.svg`).catch(() => undefined)
    if (response?.ok) return server
    await new Promise((done) => setTimeout(done, 100))
  }
  server.kill()
  throw new Error(`Nothing answers on port ${port}`)
}
