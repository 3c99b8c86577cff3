interface Slot<T> {
  readonly id: string
  settled: boolean
  item: T | undefined
}

/**
 * Hands items on in the order they arrived, though each is made ready in its own time: wechaty loads who spoke and where before it tells of a
 * message, so the first messages of a burst come out last. An item that never gets ready is waited for so long and no longer.
 */
export class ArrivalOrder<T> {
  readonly #hand: (item: T) => void
  readonly #patienceMs: number
  #slots: Slot<T>[] = []
  readonly #unsettled = new Map<string, Slot<T>[]>()
  #impatience: NodeJS.Timeout | undefined

  constructor(hand: (item: T) => void, patienceMs: number) {
    this.#hand = hand
    this.#patienceMs = patienceMs
  }

  arrive(id: string): void {
    const slot: Slot<T> = { id, settled: false, item: undefined }
    this.#slots.push(slot)
    const same = this.#unsettled.get(id)
    if (same) same.push(slot)
    else this.#unsettled.set(id, [slot])
    if (this.#slots.length === 1) this.#waitForHead()
  }

  /** The item of the first arrival under this id is ready; undefined when it came to nothing. A late one is handed on at once. */
  settle(id: string, item: T | undefined): void {
    const slot = this.#takeUnsettled(id)
    if (slot === undefined) {
      if (item !== undefined) this.#hand(item)
      return
    }
    slot.settled = true
    slot.item = item
    if (slot === this.#slots[0]) this.#advance()
  }

  close(): void {
    clearTimeout(this.#impatience)
    this.#slots = []
    this.#unsettled.clear()
  }

  #takeUnsettled(id: string): Slot<T> | undefined {
    const same = this.#unsettled.get(id)
    const slot = same?.shift()
    if (same?.length === 0) this.#unsettled.delete(id)
    return slot
  }

  #advance(): void {
    let ready = 0
    while (this.#slots[ready]?.settled) ready += 1
    for (const { item } of this.#slots.splice(0, ready)) if (item !== undefined) this.#hand(item)
    this.#waitForHead()
  }

  #waitForHead(): void {
    clearTimeout(this.#impatience)
    if (this.#slots.length > 0) this.#impatience = setTimeout(() => this.#giveUpHead(), this.#patienceMs)
  }

  #giveUpHead(): void {
    const head = this.#slots[0]
    if (head === undefined) return
    this.#takeUnsettled(head.id)
    head.settled = true
    this.#advance()
  }
}
