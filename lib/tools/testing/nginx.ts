import { runNginx } from './run-nginx'

/**
 * Runs nginx on a port in front of a running site, as the end-to-end tests do: `tsx lib/tools/testing/nginx.ts 8080
 * localhost:3000`. Tests may name another variable from which nginx takes the time.
 */
const [port, site = 'localhost:3000', clock] = process.argv.slice(2)
const nginx = runNginx(Number(port), site, '', clock)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => nginx.kill(signal))
nginx.on('exit', (code) => process.exit(code ?? 1))
