import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findProgram } from './find-program'

/**
 * Runs nginx with `deploy/nginx.conf`, changing only where it listens, the sites behind it (such as `localhost:3000`,
 * separated by commas) and where it writes. `more` is added to its `http` block. `clock` is the variable from which it
 * takes the time.
 */
export function runNginx(port: number, sites: string, more = '', clock = '$time_iso8601'): ChildProcess {
  const folder = resolve('.data/nginx', String(port))
  mkdirSync(folder, { recursive: true })
  const servers = sites.split(',').map((site) => `server ${site} max_fails=0;`)
  const deployed = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('$time_iso8601', () => clock)
    .replace('listen 80;', `listen ${port};`)
    .replace('listen [::]:80;', '')
    .replace('server 127.0.0.1:3000 max_fails=0;', servers.join(' '))
    .replace('/var/cache/nginx/dateline', join(folder, 'cache'))
    .replace('/var/log/nginx/dateline.log', join(folder, 'error.log'))
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, [...standAlone(folder), deployed, more, '}'].join('\n'))
  return spawn(findProgram('nginx', 'nginx-light'), ['-p', folder, '-e', 'stderr', '-c', file], { stdio: 'inherit' })
}

/** What a distribution's own `nginx.conf` contains around such a file. */
const standAlone = (folder: string) => [
  ...(process.getuid?.() === 0 ? ['user root;'] : []),
  'daemon off;',
  `pid ${folder}/nginx.pid;`,
  'error_log stderr;',
  'events {}',
  'http {',
  'access_log off;',
  'sendfile on;',
  'tcp_nopush on;',
  'types { text/html html; }',
  ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`),
]
