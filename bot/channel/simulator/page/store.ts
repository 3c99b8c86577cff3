import type { Hello, Line, Person, Room } from './wire.ts'

/** A room's id, or the person whose private chat with the bot it is. */
export type Conversation = { readonly room: string } | { readonly person: string }

const LINES_KEPT = 500
const key = (conversation: Conversation): string => ('room' in conversation ? `room ${conversation.room}` : `person ${conversation.person}`)

export const conversationOf = (line: Line): Conversation =>
  line.room === undefined ? { person: (line.fromBot ? line.to : line.from) ?? '' } : { room: line.room }

/** What the page knows: people, rooms and the latest lines of each conversation, and how far each person has read. */
export class Store {
  bot: Person = { id: '', name: '' }
  people: readonly Person[] = []
  rooms: readonly Room[] = []
  readonly #lines = new Map<string, Line[]>()
  readonly #read = new Map<string, number>()
  #run = ''
  #newest = 0
  /** What was there when the page was opened counts as read. */
  #readBefore = 0

  /** @returns whether the server began anew, so that nothing shown before is true any more */
  greet(hello: Hello): boolean {
    const anew = hello.run !== this.#run
    if (anew) this.#forget(hello.run)
    this.bot = hello.bot
    this.meet(hello.people, hello.rooms)
    this.add(hello.lines)
    if (anew) this.#readBefore = this.#newest
    return anew
  }

  meet(people: readonly Person[], rooms: readonly Room[]): void {
    this.people = people
    this.rooms = rooms
  }

  /** Lines that are known already are passed over. */
  add(lines: readonly Line[]): void {
    for (const line of lines) {
      if (line.seq <= this.#newest) continue
      this.#newest = line.seq
      const id = key(conversationOf(line))
      const there = this.#lines.get(id) ?? []
      there.push(line)
      this.#lines.set(id, there)
    }
    for (const there of this.#lines.values()) there.splice(0, there.length - LINES_KEPT)
  }

  lines(conversation: Conversation): readonly Line[] {
    return this.#lines.get(key(conversation)) ?? []
  }

  conversations(me: string): Conversation[] {
    return [{ person: me }, ...this.rooms.filter(({ members }) => members.includes(me)).map(({ id }) => ({ room: id }))]
  }

  markRead(me: string, conversation: Conversation): void {
    this.#read.set(`${me} ${key(conversation)}`, this.#newest)
  }

  unread(me: string, conversation: Conversation): number {
    const read = this.#read.get(`${me} ${key(conversation)}`) ?? this.#readBefore
    return this.lines(conversation).filter((line) => line.seq > read && line.from !== me).length
  }

  title(conversation: Conversation): string {
    return 'room' in conversation ? (this.rooms.find(({ id }) => id === conversation.room)?.name ?? '') : this.bot.name
  }

  person(id: string): Person | undefined {
    return this.people.find((person) => person.id === id)
  }

  #forget(run: string): void {
    this.#run = run
    this.#newest = 0
    this.#readBefore = 0
    this.#lines.clear()
    this.#read.clear()
  }
}
