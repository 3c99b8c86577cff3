import { noMischief } from '@linggong/api/payment/sandbox/mischief.ts'
import { MovableClock } from '@linggong/api/schedule/testing/movable-clock.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { type Crash, fateOf } from '../fate.ts'
import { CALLS } from './acts.ts'
import { type Law, lawsBroken } from './laws.ts'
import { type Move, story } from './move.ts'
import { OUTSIDE } from './outside.ts'
import { BEGIN } from './people.ts'
import { nearPlace, type Place } from './place.ts'
import type { Spoil } from './spoil.ts'
import { MoneyTown } from './town.ts'

export interface Played {
  readonly store: Store
  readonly moves: readonly Move[]
  readonly crashes?: readonly Crash[]
  readonly processes?: number
  readonly spoil?: Spoil
  readonly taxed?: boolean
  /** Where the money lies; without one a place of its own. */
  readonly placeOf?: (clock: MovableClock) => Place
  readonly clock?: MovableClock
}

/** Which laws were broken, and how; empty when every fen is where it belongs. */
export interface Outcome {
  readonly broken: readonly Law[]
  readonly effects: number
}

let counties = 0
const newCounty = (): string => {
  counties += 1
  return `${process.pid.toString(36)}-${Date.now().toString(36)}-${counties}`
}

/** Time passes in a few jumps, as it does where a county is down now and then; what falls due is done late, and all at once. */
const JUMPS = 4

async function pass(town: MoneyTown, minutes: number): Promise<void> {
  for (let jump = 0; jump < JUMPS; jump += 1) {
    town.parts.clock.forward({ milliseconds: Math.ceil((minutes * 60_000) / JUMPS) })
    await town.catchUp()
  }
}

const minutesUntil = ({ parts: { clock } }: MoneyTown, at: Temporal.Instant): number => Math.max(0, at.since(clock.now()).total('minutes'))

/** Nobody comes to work days before, or leaves it before its end. */
async function comeInTime(town: MoneyTown, { act, job }: Move): Promise<void> {
  if (act !== 'start' && act !== 'finish') return
  const { terms, takes } = await town.job(job)
  if (takes.length > 0) await pass(town, minutesUntil(town, act === 'start' ? terms.startsAt : terms.endsAt))
}

interface Step {
  readonly move: Move
  readonly key: string
}

async function doOne(town: MoneyTown, { move, key }: Step): Promise<void> {
  const { clock } = town.parts
  const call = CALLS[move.act]
  const outside = OUTSIDE[move.act]
  if (call !== undefined) {
    await comeInTime(town, move)
    const now = clock.now()
    await town.ask(move.worker, (process) => call({ process, notary: town.notary, move, key, now }))
  } else if (outside !== undefined) await outside(town, move)
  else if (move.act === 'tell') await town.ask(move.worker, (process) => process.tell())
  else if (move.act === 'told') await town.tellAll()
  else if (move.act === 'die') await town.kill(move.worker)
  else if (move.act === 'pass') await pass(town, Math.abs(move.n))
  town.gather()
}

/** Everybody who owes pays, so that what can come to an end does. */
async function payEverything(town: MoneyTown): Promise<void> {
  for (const job of [0, 1, 2]) {
    for (const move of story(`ask${job} pay${job} pay${job} pay${job}`)) await doOne(town, { move, key: `last-${job}` })
  }
}

async function tellStory(town: MoneyTown, moves: readonly Move[]): Promise<readonly Law[]> {
  await town.post()
  let last: Step | undefined
  for (const [at, move] of moves.entries()) {
    if (move.act === 'quiet') {
      const broken = await judge(town)
      if (broken.length > 0) return broken
    } else if (move.act === 'again') {
      if (last !== undefined) await doOne(town, last)
    } else {
      const step = { move, key: `k${at}` }
      await doOne(town, step)
      if (CALLS[move.act] !== undefined) last = step
    }
  }
  const broken = await judge(town)
  if (broken.length > 0) return broken
  await pass(town, 60 * 60)
  await payEverything(town)
  return judge(town)
}

async function judge(town: MoneyTown): Promise<readonly Law[]> {
  await town.quiet()
  return lawsBroken(town)
}

/** Plays a story in a county of its own. A defect may also throw, which is as good as a law that is broken. */
export async function play({ store, moves, crashes = [], processes = 1, spoil = {}, taxed = false, ...at }: Played): Promise<Outcome> {
  const clock = at.clock ?? new MovableClock(BEGIN)
  clock.set(Temporal.Instant.from(BEGIN))
  const place = (at.placeOf ?? nearPlace)(clock)
  Object.assign(place.mischief, noMischief(), { hold: true })
  const fate = fateOf(crashes)
  const tax = { mode: taxed ? 'per-payment' : 'off', from: clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate() } as const
  const town = new MoneyTown({ store, county: newCounty(), clock, place, fate, spoil, processes, tax })
  try {
    const broken = await tellStory(town, moves)
    return { broken, effects: fate.effects() }
  } finally {
    await town.stop()
  }
}
