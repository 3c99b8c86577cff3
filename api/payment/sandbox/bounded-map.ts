/** Remembers the newest of what it is given; a server that runs for weeks forgets what is long over. */
export class BoundedMap<T> {
  readonly #kept = new Map<string, T>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get(key: string): T | undefined {
    return this.#kept.get(key)
  }

  set(key: string, value: T): T {
    this.#kept.set(key, value)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest)
    return value
  }

  values(): readonly T[] {
    return [...this.#kept.values()]
  }
}
