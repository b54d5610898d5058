import { maxReaders, type Read } from './read-store'

/** Slots of a set of readers: twice as many as it may hold, so that a search is short. */
const slots = maxReaders * 2

/**
 * Today's readers and their limits, in memory only. Its size is bounded: two sets of at most 2^20 readers in 16 MB each,
 * of which the older is forgotten when the newer is full, and 2^21 counters in 4 MB, each shared by the few whose hash
 * falls on it.
 */
export class ReaderTable {
  #day = ''
  #recent = new HashSet()
  #older = new HashSet()
  #counts = new Uint16Array(slots)

  /** Does a read count? Only one that does is remembered, so that a flood beyond the limits takes no place. */
  admit({ day, reader, limits }: Read): boolean {
    if (day > this.#day) this.#begin(day)
    const hash = toHash(reader)
    if (this.#recent.has(hash) || this.#older.has(hash)) return false
    const places = limits.map(({ of, most }) => ({ place: toHash(of)[0] % slots, most }))
    if (places.some(({ place, most }) => (this.#counts[place] ?? 0) >= most)) return false
    for (const { place } of places) this.#counts[place] = (this.#counts[place] ?? 0) + 1
    if (this.#recent.size === maxReaders) {
      this.#older = this.#recent
      this.#recent = new HashSet()
    }
    this.#recent.add(hash)
    return true
  }

  /** A new day has a new salt, so that no hash of the day before can come again. */
  #begin(day: string): void {
    this.#day = day
    this.#recent = new HashSet()
    this.#older = new HashSet()
    this.#counts.fill(0)
  }
}

type Hash = [high: number, low: number]

/** The first 64 bits of a hash in base64url. */
function toHash(text: string): Hash {
  const bytes = Buffer.from(text.slice(0, 12), 'base64url')
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)]
}

/** A set of 64-bit hashes in one block of memory (open addressing, linear probing), made when it is first needed. */
class HashSet {
  size = 0
  #words: Uint32Array | undefined

  has(hash: Hash): boolean {
    return this.#words !== undefined && !this.#isFree(this.#words, this.#find(this.#words, hash))
  }

  add(hash: Hash): void {
    this.#words ??= new Uint32Array(slots * 2)
    const place = this.#find(this.#words, hash)
    if (!this.#isFree(this.#words, place)) return
    this.#words.set(hash, place)
    this.size++
  }

  /** Where a hash stands, or where it may be put. */
  #find(words: Uint32Array, [high, low]: Hash): number {
    let place = (high % slots) * 2
    while (!this.#isFree(words, place) && (words[place] !== high || words[place + 1] !== low))
      place = (place + 2) % words.length
    return place
  }

  #isFree = (words: Uint32Array, place: number) => words[place] === 0 && words[place + 1] === 0
}
