/**
 * Makes something of an object once: a process that stays gets the documents that did not change again, the same objects,
 * and need not look through each of an archive after every save.
 */
export function onceEach<Source extends object, Made>(make: (source: Source) => Made): (source: Source) => Made {
  const known = new WeakMap<Source, { made: Made }>()
  return (source) => {
    const entry = known.get(source) ?? { made: make(source) }
    known.set(source, entry)
    return entry.made
  }
}
