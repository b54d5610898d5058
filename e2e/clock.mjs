import { readFileSync } from 'node:fs'

/**
 * Loaded into a server before its own code (`node --import`). Moves the clock ahead by the milliseconds that the file
 * CLOCK_FILE contains at that moment, so that tests can set the time. The product does not know this file.
 */
const Real = Date
const now = () => Real.now() + Number(readFileSync(process.env.CLOCK_FILE, 'utf8'))

globalThis.Date = new Proxy(Real, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new Real(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
})
