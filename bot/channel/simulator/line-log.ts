import { BOUND } from './bounds.ts'
import type { Line } from './page/wire.ts'

/**
 * The latest lines in the order they were said; `seq` counts from 1 without gaps. Old lines go once there are too many of them, but never
 * before the current turn of the event loop is over: whoever was just told of a line finds it.
 */
export class LineLog {
  readonly #byId = new Map<string, Line>()
  readonly #pictures = new Map<string, Uint8Array>()
  readonly #listeners = new Set<(line: Line) => void>()
  #lines: Line[] = []
  #next = 1
  #characters = 0
  #pruning = false

  append(line: Omit<Line, 'seq'>, picture?: Uint8Array): Line {
    const stored: Line = { seq: this.#next, ...line }
    this.#next += 1
    this.#lines.push(stored)
    this.#byId.set(stored.id, stored)
    if (picture !== undefined) this.#pictures.set(stored.id, picture)
    this.#characters += this.#weight(stored)
    if (this.#isFull() && !this.#pruning) this.#pruneSoon()
    for (const listener of this.#listeners) listener(stored)
    return stored
  }

  get(id: string): Line | undefined {
    return this.#byId.get(id)
  }

  /** The bytes of the picture that a line is. */
  picture(id: string): Uint8Array | undefined {
    return this.#pictures.get(id)
  }

  /** The lines after `seq`, oldest first; lines that were pruned are passed over. */
  after(seq: number, limit: number = BOUND.linesPerAnswer): readonly Line[] {
    const first = this.#lines[0]?.seq ?? 1
    const start = Math.max(0, seq + 1 - first)
    return this.#lines.slice(start, start + limit)
  }

  latest(limit: number): readonly Line[] {
    return this.#lines.slice(-limit)
  }

  /** @returns what ends the subscription */
  subscribe(listener: (line: Line) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #isFull(): boolean {
    return this.#lines.length > BOUND.linesKept || this.#characters > BOUND.charactersKept
  }

  #pruneSoon(): void {
    this.#pruning = true
    setImmediate(() => {
      this.#pruning = false
      this.#prune()
    })
  }

  /** Makes some room beyond the bound, so that a full log is not copied at every line. */
  #prune(): void {
    let gone = 0
    const lines = this.#lines.length - BOUND.linesKept * 0.9
    while (gone < lines || this.#characters > BOUND.charactersKept * 0.9) {
      const line = this.#lines[gone]
      if (line === undefined) break
      this.#characters -= this.#weight(line)
      if (this.#byId.get(line.id) === line) this.#byId.delete(line.id)
      this.#pictures.delete(line.id)
      gone += 1
    }
    this.#lines = this.#lines.slice(gone)
  }

  /** A byte of a picture takes as much room as a character. */
  #weight({ id, text, quote }: Line): number {
    return text.length + (quote?.length ?? 0) + (this.#pictures.get(id)?.length ?? 0)
  }
}
