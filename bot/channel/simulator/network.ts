import { randomUUID } from 'node:crypto'
import { type Clock, instantText } from '@linggong/api/core/clock.ts'
import { accept, type Result, refuse } from '@linggong/api/core/result.ts'
import { BOUND } from './bounds.ts'
import type { Directory } from './directory.ts'
import { LineLog } from './line-log.ts'
import type { Line, LineKind } from './page/wire.ts'

/** Below it, under the line's id, stands each picture that was sent with its bytes. */
export const PICTURES = '/simulator/pictures/'

/** What somebody says: in a room, else in private to the bot. */
export interface Said {
  readonly from: string
  readonly room?: string
  readonly text: string
  /** The same id twice is delivered twice, as after a new login; what it said must be the same. */
  readonly id?: string
  /** The text that is answered, or the id of a message that holds it. */
  readonly quote?: string
  readonly at?: Temporal.Instant
  /** For a recall, `text` is the id of the message taken back. */
  readonly kind?: LineKind
  /** Of a picture; `text` are the words for it. */
  readonly picture?: Uint8Array
}

/** The chat service itself: keeps what was said and hands it to the bot's account, later if that is not logged in. */
export class Network {
  readonly lines = new LineLog()
  readonly directory: Directory
  readonly #clock: Clock
  #backlog: string[] = []
  #account: ((id: string) => void) | undefined

  constructor(directory: Directory, clock: Clock) {
    this.directory = directory
    this.#clock = clock
  }

  say(said: Said): Result<Line> {
    const allowed = this.#mayTalk(said)
    if (!allowed.ok) return allowed
    const before = said.id === undefined ? undefined : this.lines.get(said.id)
    if (before !== undefined && !sameSaying(before, said)) return refuse('key-reused')
    const line = before ?? this.lines.append(this.#toLine(said, allowed.value), said.picture)
    this.#deliver(line.id)
    return accept(line)
  }

  /** The bot's account speaks. Its own message comes back to it, as on every network. */
  botSays(conversation: string, text: string, kind: LineKind = 'text'): Line {
    return this.#append({ id: randomUUID(), ...this.#fromBot(conversation), kind, text })
  }

  /** The bot's account shows a picture; `text` are the words for it. */
  botShows(conversation: string, text: string, picture: Uint8Array): Line {
    const id = randomUUID()
    return this.#append({ id, ...this.#fromBot(conversation), kind: 'picture', text, src: `${PICTURES}${id}` }, picture)
  }

  /** The bot's account is logged in: it hears what it missed, then whatever is said. */
  connect(account: (id: string) => void): void {
    this.#account = account
    for (const id of this.#backlog.splice(0)) account(id)
  }

  disconnect(account: (id: string) => void): void {
    if (this.#account === account) this.#account = undefined
  }

  #fromBot(conversation: string) {
    const { bot } = this.directory
    const place = this.directory.room(conversation) ? { room: conversation } : { to: conversation }
    if (place.to !== undefined && !this.directory.contact(place.to)) throw new Error(`There is no conversation ${conversation}.`)
    return { from: bot.id, name: bot.name, ...place, at: this.#now(), fromBot: true }
  }

  #append(line: Omit<Line, 'seq'>, picture?: Uint8Array): Line {
    const stored = this.lines.append(line, picture)
    this.#deliver(stored.id)
    return stored
  }

  #mayTalk({ from, room }: Said): Result<string> {
    const person = this.directory.contact(from)
    if (person === undefined || person === this.directory.bot) return refuse('not-found', { field: 'from' })
    if (room === undefined) return accept(person.name)
    const there = this.directory.room(room)
    if (there === undefined) return refuse('not-found', { field: 'room' })
    return there.members.includes(from) ? accept(this.directory.nameIn(there, from)) : refuse('not-allowed', { field: 'room' })
  }

  #toLine({ from, room, text, quote, at, kind = 'text', picture, id = randomUUID() }: Said, name: string): Omit<Line, 'seq'> {
    const place = room === undefined ? { to: this.directory.bot.id } : { room }
    const quoted = quote === undefined ? {} : { quote: this.lines.get(quote)?.text ?? quote }
    return {
      id,
      from,
      name,
      ...place,
      kind,
      text,
      ...quoted,
      ...(picture === undefined ? {} : { src: `${PICTURES}${id}` }),
      at: at === undefined ? this.#now() : instantText(at),
      fromBot: false,
    }
  }

  #deliver(id: string): void {
    if (this.#account === undefined) this.#backlog.push(id)
    else this.#account(id)
    if (this.#backlog.length > BOUND.backlog) this.#backlog.shift()
  }

  #now(): string {
    return instantText(this.#clock.now())
  }
}

const sameSaying = (line: Line, said: Said): boolean => line.from === said.from && line.room === said.room && line.text === said.text
