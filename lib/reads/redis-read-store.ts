import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { createClient } from 'redis'
import { windowHours } from '#lib/publication/hot-this-week'
import { maxReaders, type Read, type ReadStore } from './read-store'

const daySeconds = 86_400

/** What one add of reads does at once: no reader counts twice whichever server asks, and none beyond a limit. */
const countReads = `
local readers, limits = KEYS[1], KEYS[2]
for _, read in ipairs(cjson.decode(ARGV[1])) do
  local admitted = redis.call('SISMEMBER', readers, read.reader) == 0 and redis.call('SCARD', readers) < ${maxReaders * 4}
  for _, limit in ipairs(read.limits) do
    admitted = admitted and tonumber(redis.call('HGET', limits, limit.of) or 0) < limit.most
  end
  if admitted then
    redis.call('SADD', readers, read.reader)
    for _, limit in ipairs(read.limits) do redis.call('HINCRBY', limits, limit.of, 1) end
    redis.call('ZINCRBY', KEYS[3], 1, read.story)
  end
end
redis.call('EXPIRE', readers, ${daySeconds * 2})
redis.call('EXPIRE', limits, ${daySeconds * 2})
redis.call('EXPIRE', KEYS[3], ${(windowHours + 1) * 3600})`

/**
 * Counts in Redis, shared by several servers: a sorted set of stories for every hour, which expires with the window,
 * for every day its readers and their limits, which expire after two, and its salt, which expires with the day. Fails at once while Redis is away;
 * the connection comes back by itself.
 */
export function openRedisReadStore(url: string): ReadStore {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: 2000 },
    socket: { connectTimeout: 2000, reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, 2000) },
  })
  let reason: Error | undefined
  client.on('error', (error) => {
    reason = error
  })
  client.on('ready', () => {
    reason = undefined
  })
  /** The client itself says no more than that it is offline. */
  const explain = (error: unknown): never => {
    throw reason ? new Error(`Redis cannot be used (${toReason(reason)})`, { cause: error }) : error
  }
  const connected = client.connect().catch(() => {})
  const key = (kind: string, of: string | number) => `{dateline}:${kind}:${of}`
  const add = (hour: number, day: string, reads: Read[]) =>
    client
      .eval(countReads, {
        keys: [key('readers', day), key('limits', day), key('reads', hour)],
        arguments: [JSON.stringify(reads)],
      })
      .catch(explain)

  return {
    async getSalt(day, ends) {
      // It is the first thing a server asks for: the connection is given a second to stand.
      await Promise.race([connected, setTimeout(1000)])
      const salt = randomBytes(32).toString('base64url')
      const expiration = { type: 'EXAT', value: Math.ceil(ends.getTime() / 1000) } as const
      await client.set(key('salt', day), salt, { condition: 'NX', expiration }).catch(explain)
      return (await client.get(key('salt', day)).catch(explain)) ?? salt
    },
    async add(reads) {
      const hours = new Set(reads.map(({ hour, day }) => `${day} ${hour}`))
      for (const each of hours) {
        const [day = '', hour] = each.split(' ')
        await add(
          Number(hour),
          day,
          reads.filter((read) => `${read.day} ${read.hour}` === each),
        )
      }
    },
    async readsIn(hour) {
      const stories = await client.zRangeWithScores(key('reads', hour), 0, -1).catch(explain)
      return new Map(stories.map(({ value, score }) => [value, score]))
    },
    async close() {
      client.destroy()
    },
  }
}

/** What Redis or the system says: `WRONGPASS invalid username-password pair`, `ECONNREFUSED`. Neither repeats a password. */
const toReason = (error: Error) => error.message || (error as NodeJS.ErrnoException).code || error.name
