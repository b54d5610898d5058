/**
 * Makes something of an object, and of what else it goes by, once: a process that stays gets the documents that did not
 * change again, the same objects, and need not look through each of an archive after every save.
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
