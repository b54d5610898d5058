import { readFileSync } from 'node:fs'

/**
 * Loaded into a server before its own code (`node --import`): the clock is ahead by as many milliseconds as the file
 * CLOCK_FILE says at that moment, so that tests can set the time. The product knows nothing of it.
 */
const Real = Date
const now = () => Real.now() + Number(readFileSync(process.env.CLOCK_FILE, 'utf8'))

globalThis.Date = new Proxy(Real, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new Real(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
})
