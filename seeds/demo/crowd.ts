import { isBefore } from '@linggong/api/core/clock.ts'
import type { Chance } from './chance.ts'
import type { DemoPerson } from './person.ts'

/** Those who work again and again; the earliest registered. */
const REGULARS = 150
const REGULAR_PERCENT = 65
const TRIES = 60

export interface Shift {
  readonly licence: string | null
  readonly from: Temporal.PlainDate
  readonly days: number
  /** When the job is posted: who takes it is registered by then. */
  readonly postedAt: Temporal.Instant
  readonly employer: DemoPerson
}

/** Who can be had for which days; nobody is at two places on one day. */
export interface Crowd {
  /** So many workers, who are then busy on these days; fewer than asked for engages nobody. */
  engage(chance: Chance, shift: Shift, count: number): readonly DemoPerson[] | undefined
  employer(chance: Chance, postedAt: Temporal.Instant): DemoPerson
}

/** Of people in the order of their registration. */
export function createCrowd(people: readonly DemoPerson[]): Crowd {
  const workers = people.filter(({ roles }) => roles.includes('worker'))
  const employers = people.filter(({ roles }) => !roles.includes('worker'))
  const byLicence = new Map<string | null, DemoPerson[]>([[null, workers]])
  for (const worker of workers) for (const { cert } of worker.licences) byLicence.getOrInsertComputed(cert, () => []).push(worker)
  const busy = new Set<string>()

  const daysOf = (worker: DemoPerson, { from, days }: Shift): readonly string[] =>
    Array.from({ length: days }, (_, day) => `${worker.id} ${from.add({ days: day })}`)

  function isFree(worker: DemoPerson, shift: Shift): boolean {
    return (
      isBefore(worker.registeredAt, shift.postedAt) &&
      worker.id !== shift.employer.id &&
      !daysOf(worker, shift).some((day) => busy.has(day))
    )
  }

  function find(chance: Chance, shift: Shift, engaged: ReadonlySet<DemoPerson>): DemoPerson | undefined {
    const able = byLicence.get(shift.licence) ?? []
    const registered = knownBy(able, shift.postedAt)
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const among = chance.below(100) < REGULAR_PERCENT ? Math.min(REGULARS, registered) : registered
      const worker = able[chance.below(among)]
      if (worker !== undefined && !engaged.has(worker) && isFree(worker, shift)) return worker
    }
    return undefined
  }

  return {
    engage(chance, shift, count) {
      const engaged = new Set<DemoPerson>()
      while (engaged.size < count) {
        const worker = find(chance, shift, engaged)
        if (worker === undefined) return undefined
        engaged.add(worker)
      }
      for (const worker of engaged) for (const day of daysOf(worker, shift)) busy.add(day)
      return [...engaged]
    },
    employer: (chance, postedAt) => chance.pick(employers.slice(0, knownBy(employers, postedAt))),
  }
}

/** How many of them were registered before a moment. */
function knownBy(people: readonly DemoPerson[], at: Temporal.Instant): number {
  let [low, high] = [0, people.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const person = people[middle]
    if (person !== undefined && isBefore(person.registeredAt, at)) low = middle + 1
    else high = middle
  }
  return low
}
