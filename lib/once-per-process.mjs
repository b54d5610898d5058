/**
 * Something that all parts of a server share. The framework loads pages, route handlers, the gate and the press as
 * programs of their own, each with its own copy of every module, so that a module's variable is not enough.
 * @template T
 * @param {string} name
 * @param {() => T} make
 * @returns {T}
 */
export function oncePerProcess(name, make) {
  const key = Symbol.for(`dateline.${name}`)
  globalThis[key] ??= make()
  return globalThis[key]
}
