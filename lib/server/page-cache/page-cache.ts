import type { EncodedText } from '#lib/http/compress'

/** What an entry takes in memory beside its bytes. */
const overhead = 1000

/** Texts in memory by their path, at most `capacity` bytes of them; those that nobody asked for the longest go first. */
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
