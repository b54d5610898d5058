import { runNginx } from './run-nginx'

/** Runs nginx on a port in front of a running site, as the end-to-end tests do: `tsx lib/commands/nginx.ts 8080 localhost:3000`. */
const [port, site = 'localhost:3000'] = process.argv.slice(2)
const nginx = runNginx(Number(port), site)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => nginx.kill(signal))
nginx.on('exit', (code) => process.exit(code ?? 1))
