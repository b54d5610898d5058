import type { EncodedText } from '#lib/http/compress'

/** The memory that an entry takes besides its bytes. */
const overhead = 1000

/** A least-recently-used cache of texts by path, of at most `capacity` bytes. */
export class PageCache<Text extends { encoded: EncodedText }> {
  readonly #entries = new Map<string, { text: Text; bytes: number }>()
  readonly #capacity: number
  #bytes = 0

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get(path: string): Text | undefined {
    const entry = this.#entries.get(path)
    if (!entry) return undefined
    this.#entries.delete(path)
    this.#entries.set(path, entry)
    return entry.text
  }

  /** Keeps a text; one that was encoded again is set again, as it takes more room. */
  set(path: string, text: Text): void {
    this.#delete(path)
    const bytes = overhead + [...text.encoded.values()].reduce((sum, { length }) => sum + length, 0)
    this.#entries.set(path, { text, bytes })
    this.#bytes += bytes
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#capacity) break
      this.#delete(oldest)
    }
  }

  #delete(path: string): void {
    this.#bytes -= this.#entries.get(path)?.bytes ?? 0
    this.#entries.delete(path)
  }
}
