/** Random numbers from 0 to below 1 that are the same for the same seed (the generator is mulberry32). */
export function makeRandom(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  /** An integer from 0 to below `end`. */
  const below = (end: number) => Math.floor(next() * end)
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('There is nothing to pick from')
    return item
  }
  /** The text with up to `most` changes: an insertion, a deletion, a repetition, or another byte. */
  function mutate(text: string, most: number, words: readonly string[]): string {
    let changed = text
    for (let count = 1 + below(most); count > 0; count--) {
      const [from, length] = [below(changed.length + 1), below(20)]
      const [before, part, after] = [
        changed.slice(0, from),
        changed.slice(from, from + length),
        changed.slice(from + length),
      ]
      const change = below(5)
      if (change === 0) changed = before + after
      else if (change === 1) changed = before + part + part + after
      else if (change === 2) changed = before + String.fromCharCode(below(256)) + after
      else changed = before + pick(words) + part + after
    }
    return changed
  }
  return { below, pick, mutate }
}
