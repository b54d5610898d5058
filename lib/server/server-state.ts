import type { Server } from 'node:http'
import { oncePerProcess } from '../once-per-process.mjs'

/** What this process serves with since its first request, since when, and whether it is on its way out. */
export const serverState = oncePerProcess('server-state', () => ({
  begunAt: new Date(),
  isDraining: false,
  servers: new Set<Server>(),
}))
