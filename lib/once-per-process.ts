/**
 * Something that all parts of a server share. The framework loads pages, route handlers and the gate as programs of
 * their own, each with its own copy of every module, so that a module's variable is not enough.
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const shared = globalThis as unknown as Record<symbol, T | undefined>
  const key = Symbol.for(`dateline.${name}`)
  shared[key] ??= make()
  return shared[key]
}
