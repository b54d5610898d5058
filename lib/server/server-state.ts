import type { Server } from 'node:http'
import { oncePerProcess } from '../once-per-process.mjs'

/** The servers of this process, known from their first request on, and how many requests are under way. */
export const serverState = oncePerProcess('server-state', () => ({
  begunAt: new Date(),
  isDraining: false,
  underway: 0,
  servers: new Set<Server>(),
}))
