import type { JobState } from '../job/job.ts'

/** What can be said to one job; `worker` is a number from 0. Whatever is impossible at its moment must be a "no". */
export type Command =
  | { readonly say: 'wait'; readonly minutes: number }
  | { readonly say: 'start'; readonly worker: number; readonly isRight: boolean }
  | { readonly say: 'take' | 'undo' | 'hand-back' | 'finish' | 'confirm-by-clock' | 'pay'; readonly worker: number }
  | { readonly say: 'confirm' | 'cancel' | 'expire' | 'close' }

export type SeatState = 'taken' | 'started' | 'finished' | 'confirmed' | 'paid'
interface Seat {
  state: SeatState
  readonly takenAt: number
}

/** `remembered` is a "no" that is written down. */
export type Outcome = 'yes' | 'no' | 'remembered'

/** Minutes since NOW, a Monday at 07:30: the job of the builders begins at 09:00 and a day of it ends at 17:00. */
const STARTS = 90
const DAY_ENDS = STARTS + 480
const DAY = 1440
const MIDNIGHT_BEFORE_NOW = -450
const TRIES = 5

/**
 * A job retold in as few words as possible, to hold the real one against: who sits where, how it ended, and everything else derived from
 * that. It shares no code and no clock with what it checks.
 */
export class JobReference {
  readonly seats = new Map<number, Seat>()
  readonly #wrong = new Map<number, number>()
  readonly #of: { readonly seats: number; readonly days: number }
  #now = 0
  #begun = false
  #ended: 'cancelled' | 'expired' | undefined

  constructor(of: { readonly seats: number; readonly days: number }) {
    this.#of = of
  }

  get state(): JobState {
    if (this.#ended) return this.#ended
    const states = [...this.seats.values()].map(({ state }) => state)
    if (!this.#begun) return states.length === this.#of.seats ? 'filled' : 'open'
    if (states.every((state) => state === 'paid')) return 'settled'
    return states.every((state) => state === 'paid' || state === 'confirmed') ? 'done' : 'working'
  }

  hear(command: Command): Outcome {
    if (command.say === 'start') return this.#start(command.worker, command.isRight)
    return this.#does(command) ? 'yes' : 'no'
  }

  #does(command: Exclude<Command, { say: 'start' }>): boolean {
    switch (command.say) {
      case 'wait':
        this.#now += command.minutes
        return true
      case 'take':
        return this.#take(command.worker)
      case 'undo':
        return this.#leaves(command.worker, 1)
      case 'hand-back':
        return this.#leaves(command.worker, Number.POSITIVE_INFINITY)
      case 'finish':
        return this.#isLastDay && this.#moves(command.worker, 'started', 'finished')
      case 'confirm':
        return [...this.seats.keys()].filter((worker) => this.#moves(worker, 'finished', 'confirmed')).length > 0
      case 'confirm-by-clock':
        return this.#moves(command.worker, 'finished', 'confirmed')
      case 'pay':
        return this.#moves(command.worker, 'confirmed', 'paid')
      case 'cancel':
        return !this.#begun && (this.seats.size === 0 || this.#now < STARTS) && this.#ends('cancelled')
      case 'expire':
        return this.state === 'open' && this.seats.size === 0 && this.#now >= STARTS + 120 && this.#ends('expired')
      case 'close':
        return this.#isAlive && this.#now >= this.#endsAt + 720 && this.#close()
    }
  }

  get #endsAt(): number {
    return DAY_ENDS + DAY * (this.#of.days - 1)
  }

  get #isLastDay(): boolean {
    return this.#now - MIDNIGHT_BEFORE_NOW >= DAY * (this.#of.days - 1)
  }

  get #isAlive(): boolean {
    return ['open', 'filled', 'working'].includes(this.state)
  }

  #take(worker: number): boolean {
    if (!this.#isAlive || this.#now >= DAY_ENDS || this.seats.has(worker) || this.seats.size >= this.#of.seats) return false
    this.seats.set(worker, { state: 'taken', takenAt: this.#now })
    return true
  }

  #leaves(worker: number, withinMinutes: number): boolean {
    const seat = this.seats.get(worker)
    if (seat?.state !== 'taken' || this.#now - seat.takenAt > withinMinutes || this.#now >= this.#endsAt) return false
    return this.seats.delete(worker)
  }

  #start(worker: number, isRight: boolean): Outcome {
    const wrong = this.#wrong.get(worker) ?? 0
    if (this.seats.get(worker)?.state !== 'taken' || this.#now >= this.#endsAt || wrong >= TRIES) return 'no'
    this.#begun ||= isRight
    if (isRight) return this.#moves(worker, 'taken', 'started') ? 'yes' : 'no'
    this.#wrong.set(worker, wrong + 1)
    return 'remembered'
  }

  #moves(worker: number, from: SeatState, to: SeatState): boolean {
    const seat = this.seats.get(worker)
    if (seat?.state !== from) return false
    seat.state = to
    return true
  }

  #ends(how: 'cancelled' | 'expired'): boolean {
    if (this.#ended) return false
    this.#ended = how
    this.seats.clear()
    return true
  }

  #close(): boolean {
    const open = [...this.seats].filter(([, { state }]) => state === 'taken' || state === 'started')
    for (const [worker] of open) this.#moves(worker, 'started', 'finished') || this.seats.delete(worker)
    return this.seats.size === 0 ? this.#ends('expired') : open.length > 0
  }
}
