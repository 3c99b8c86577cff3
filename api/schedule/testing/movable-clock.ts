import type { Clock } from '../../core/clock.ts'

/** A clock that only a test moves. */
export class MovableClock implements Clock {
  #now: Temporal.Instant

  constructor(now: string) {
    this.#now = Temporal.Instant.from(now)
  }

  now(): Temporal.Instant {
    return this.#now
  }

  forward(by: Temporal.DurationLike): void {
    this.#now = this.#now.add(by)
  }

  set(now: Temporal.Instant): void {
    this.#now = now
  }
}
