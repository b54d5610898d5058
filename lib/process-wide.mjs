/**
 * One value for the whole process, made by `make` for whoever asks first. Next bundles the gate, the pages and
 * `instrumentation.ts` each with a copy of what they import, and loads the press as a file of its own.
 * @template T
 * @param {string} name
 * @param {() => T} make
 * @returns {T}
 */
export function processWide(name, make) {
  const key = Symbol.for(`dateline.${name}`)
  globalThis[key] ??= make()
  return globalThis[key]
}
