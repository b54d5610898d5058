import { z } from 'zod'

/** Sixteen characters are beyond all guessing over a network. */
const secret = z.string().min(16, 'must have at least 16 characters').optional()

/** The environment that Dateline reads; deploy/README.md says what each is for. */
const rule = z.object({
  CONTENT_DIR: z.string().default('content'),
  SITE_URL: z
    .string()
    .default('http://localhost:3000')
    .transform((value) => value.replace(/\/$/, ''))
    .refine(isOrigin, 'must be an origin, such as "https://news.example", without a path'),
  DATA_DIR: z.string().default('.data'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with "redis://" or "rediss://"')
    .optional(),
  TRUSTED_PROXIES: wholeNumber('0'),
  METRICS_TOKEN: secret,
  PREVIEW_SECRET: secret,
  PORT: wholeNumber('3000').refine((port) => port < 65536, 'must be below 65536'),
  PAGE_CACHE_MB: wholeNumber('96'),
  WEB_CONCURRENCY: wholeNumber('1').refine((count) => count > 0 && count <= 64, 'must be between 1 and 64'),
  PRERENDER_LIMIT: z
    .string()
    .default('2000')
    .refine((value) => value === 'all' || /^\d+$/.test(value), 'must be a whole number or "all"')
    .transform((value) => (value === 'all' ? Number.POSITIVE_INFINITY : Number(value))),
})

/** What may hold a secret, and stands in no message. */
const secrets = ['REDIS_URL', 'METRICS_TOKEN', 'PREVIEW_SECRET']

export type Environment = z.output<typeof rule>

/** The environment with its defaults; an empty variable counts as unset. Throws an error that names every bad variable. */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = rule.safeParse(given)
  if (result.success) return result.data
  const errors = result.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    return `${name}${secrets.includes(name) ? '' : `=${JSON.stringify(given[name])}`} ${message}`
  })
  throw new Error(`Invalid environment variables: ${errors.join('; ')}`)
}

function wholeNumber(fallback: string) {
  return z
    .string()
    .default(fallback)
    .refine((value) => /^\d+$/.test(value), 'must be a whole number')
    .transform(Number)
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).origin === value
}
