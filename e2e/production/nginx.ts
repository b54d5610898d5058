import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { end, findPort, repository, run, waitFor } from './site'

/** nginx, as `deploy/nginx.conf` says, in front of sites such as `127.0.0.1:3000`; `noted` is all it wrote of faults. */
export async function startNginx(sites: string[]) {
  const port = await findPort()
  const args = ['--import', 'tsx', 'lib/commands/nginx.ts', `${port}`, sites.join(',')]
  // Killed at once, it could not take nginx along.
  const { child, said } = run(process.execPath, args, {}, repository, 'SIGTERM')
  const url = `http://127.0.0.1:${port}`
  await waitFor(url, () => child.exitCode === null, said)
  return {
    url,
    noted: () => said() + readFileSync(join(repository, '.data/nginx', `${port}`, 'error.log'), 'utf8'),
    stop: () => end(child, 'SIGTERM'),
  }
}
