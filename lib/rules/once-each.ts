/**
 * Remembers what a function makes of an object, until the object is gone or another of the arguments changes. A publisher
 * that stays gets the same objects for documents that did not change, and need not look through them again.
 */
export function onceEach<Source extends object, More extends string[], Made>(
  make: (source: Source, ...more: More) => Made,
): (source: Source, ...more: More) => Made {
  const known = new WeakMap<Source, { more: More; made: Made }>()
  return (source, ...more) => {
    const last = known.get(source)
    if (last?.more.every((one, at) => one === more[at])) return last.made
    const made = make(source, ...more)
    known.set(source, { more, made })
    return made
  }
}
