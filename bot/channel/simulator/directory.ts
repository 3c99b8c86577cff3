import { randomUUID } from 'node:crypto'
import { accept, type Result, refuse } from '@linggong/api/core/result.ts'
import { BOUND } from './bounds.ts'
import type { Person, Room } from './page/wire.ts'

/** Who there is and which groups they are in. The bot is in every group. */
export class Directory {
  readonly bot: Person
  readonly #people = new Map<string, Person>()
  readonly #rooms = new Map<string, Room>()
  readonly #listeners = new Set<() => void>()

  constructor(bot: Person, people: readonly Person[], rooms: readonly Room[]) {
    this.bot = bot
    for (const person of people) this.#people.set(person.id, person)
    for (const room of rooms) this.#rooms.set(room.id, { ...room, members: [...new Set([...room.members, bot.id])] })
  }

  get people(): readonly Person[] {
    return [...this.#people.values()]
  }

  get rooms(): readonly Room[] {
    return [...this.#rooms.values()]
  }

  /** A person, or the bot. */
  contact(id: string): Person | undefined {
    return id === this.bot.id ? this.bot : this.#people.get(id)
  }

  room(id: string): Room | undefined {
    return this.#rooms.get(id)
  }

  /** Somebody new, who is let into every group so that there is something to see. */
  add(name: string): Result<Person> {
    if (this.#people.size >= BOUND.people) return refuse('too-many-requests')
    const person: Person = { id: `guest-${randomUUID()}`, name }
    this.#people.set(person.id, person)
    for (const room of this.#rooms.values()) this.#rooms.set(room.id, { ...room, members: [...room.members, person.id] })
    for (const listener of this.#listeners) listener()
    return accept(person)
  }

  /** What somebody is called in a room. */
  nameIn(room: Room, id: string): string {
    return room.aliases?.[id] ?? this.contact(id)?.name ?? id
  }

  /** @returns what ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
