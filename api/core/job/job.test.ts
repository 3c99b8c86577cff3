import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { assert } from '../assert.ts'
import type { DomainEvent } from '../event.ts'
import { asId } from '../id.ts'
import type { Life } from '../life.ts'
import type { Result } from '../result.ts'
import { holdsSeat } from '../take/take.ts'
import { NEXT_TAKE_STATE } from '../take/take-life.ts'
import { aJob, CAI, NOW, someTerms } from '../testing/builders.ts'
import { hearCommand, workerOf } from '../testing/hear-command.ts'
import { type Command, JobReference, type Outcome } from '../testing/job-reference.ts'
import { granted } from '../testing/outcome.ts'
import type { JobChange } from './change.ts'
import type { Job } from './job.ts'
import { NEXT_JOB_STATE } from './job-life.ts'
import { holdFor } from './publish-job.ts'
import { publishPaid } from './publish-paid.ts'

const worker = fc.nat({ max: 3 })
const say = <Say extends Command['say']>(...words: readonly Say[]) => fc.constantFrom(...words)
const someCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ say: say('take'), worker }) },
  { weight: 3, arbitrary: fc.record({ say: say('wait'), minutes: fc.constantFrom(0, 1, 2, 45, 240, 600, 1500) }) },
  { weight: 6, arbitrary: fc.record({ say: say('start'), worker, isRight: fc.nat({ max: 3 }).map((n) => n > 0) }) },
  {
    weight: 8,
    arbitrary: fc.record({ say: say('undo', 'hand-back', 'finish', 'finish', 'confirm-by-clock', 'pay', 'pay', 'pay'), worker }),
  },
  { weight: 4, arbitrary: fc.record({ say: say('confirm', 'confirm', 'confirm', 'confirm', 'cancel', 'expire', 'close', 'close') }) },
)
const someLife = fc.record({
  seats: fc.integer({ min: 1, max: 3 }),
  days: fc.integer({ min: 1, max: 2 }),
  commands: fc.array(someCommand, { maxLength: 50, size: 'max' }),
})
type Told = typeof someLife extends fc.Arbitrary<infer T> ? T : never

const publishedJob = ({ seats, days }: Told): JobChange => {
  const endsAt = someTerms().endsAt.add({ hours: 24 * (days - 1) })
  return granted(publishPaid(aJob({ terms: { seats, days, endsAt } }), { employer: CAI, now: NOW }))
}

function outcomeOf(job: Job, heard: Result<JobChange>, isWait: boolean): Outcome {
  if (!heard.ok) return 'no'
  if (heard.value.butRefused) return 'remembered'
  return heard.value.job !== job || isWait ? 'yes' : 'no'
}

/** A step along the table, or none. */
const follows = (life: Life<string>, from: string, to: string) => from === to || (life[from] ?? []).includes(to)

/** The last who waits for nothing more takes the job over `done` in one breath. */
const isStepOver = (before: Job, after: Job): boolean => before.state === 'working' && after.state === 'settled'

function assertLawful(before: Job, after: Job): void {
  assert(follows(NEXT_JOB_STATE, before.state, after.state) || isStepOver(before, after), `${before.state} → ${after.state}`)
  for (const take of before.takes) {
    const state = after.takes.find(({ id }) => id === take.id)?.state
    assert(state === undefined || follows(NEXT_TAKE_STATE, take.state, state), `${take.state} → ${state}`)
  }
}

function assertSameSeats(job: Job, reference: JobReference): void {
  const held = job.takes.filter(holdsSeat)
  assert(held.length <= job.terms.seats, 'never more takes than seats')
  assert(new Set(held.map((take) => take.worker)).size === held.length, 'one take a worker')
  const seen = [job.state, ...held.map((take) => `${take.worker} ${take.state}`).sort()].join()
  const told = [reference.state, ...[...reference.seats].map(([seat, { state }]) => `${workerOf(seat)} ${state}`).sort()].join()
  assert(seen === told, `${seen} instead of ${told}`)
}

function assertHonestBook(job: Job, events: readonly DomainEvent[]): void {
  assert(new Set(events.map(({ id }) => id)).size === events.length, 'each event once')
  const sum = (type: 'takeConfirmed' | 'takePaid') =>
    events.reduce((total, event) => total + (event.type === type ? event.facts.payFen : 0), 0)
  assert(sum('takeConfirmed') <= holdFor(job.terms), 'no more is released than was held')
  assert(sum('takePaid') <= sum('takeConfirmed'), 'no more is paid than was released')
  assert(job.state !== 'settled' || sum('takePaid') === sum('takeConfirmed'), 'a settled job owes nothing')
}

/** Said again at once, it is refused or changes nothing. */
const assertHarmless = (job: Job, again: Result<JobChange>): void =>
  assert(!again.ok || (again.value.job === job && again.value.events.length === 0), 'said twice is said once')

/** Tells one life to the real job and to the reference, and looks at both after every command. */
function live(told: Told): { readonly job: Job; readonly events: readonly DomainEvent[] } {
  const reference = new JobReference(told)
  let { job, events } = publishedJob(told)
  let now = NOW
  for (const [n, command] of told.commands.entries()) {
    if (command.say === 'wait') now = now.add({ minutes: command.minutes })
    const moment = { now, take: asId<'take'>(`take-${n}`) }
    const heard = hearCommand(job, command, moment)
    const [seen, expected] = [outcomeOf(job, heard, command.say === 'wait'), reference.hear(command)]
    assert(seen === expected, `${command.say} at ${now}: ${seen} instead of ${expected}`)
    if (!heard.ok) continue
    assertLawful(job, heard.value.job)
    job = heard.value.job
    events = [...events, ...heard.value.events]
    assertSameSeats(job, reference)
    assertHonestBook(job, events)
    if (!heard.value.butRefused) assertHarmless(job, hearCommand(job, command, moment))
  }
  return { job, events }
}

describe('the life of a job, whatever is said in whatever order', () => {
  it('is the one a reference of a hundred lines tells', () => {
    fc.assert(
      fc.property(someLife, (told) => {
        live(told)
      }),
      { numRuns: 3000 },
    )
  })

  const lives = fc.sample(someLife, { seed: 20261123, numRuns: 1000 }).map(live)
  const events = lives.flatMap((life) => life.events)
  const sorted = (words: Iterable<string>) => [...new Set(words)].sort()

  it('was looked at in every state', () => {
    const states = ['open', 'filled', 'working', 'done', 'settled', 'cancelled', 'expired']
    expect(sorted(lives.map(({ job }) => job.state))).toEqual(states.sort())
  })

  it('was looked at through every event but the insurance’s', () => {
    const ofJob = ['Cancelled', 'Done', 'Expired', 'Filled', 'Published', 'Reopened', 'Settled', 'Taken'].map((what) => `job${what}`)
    const ofTake = ['Cancelled', 'Confirmed', 'Finished', 'HandedBack', 'Missed', 'Paid', 'Started', 'Undone'].map((what) => `take${what}`)
    expect(sorted(events.map(({ type }) => type))).toEqual(['holdAsked', ...ofJob, ...ofTake])
  })

  it('tells ids and figures only: no field that could hold a name, a phone or a place to find somebody', () => {
    const place = ['township', 'trade', 'riskClass', 'startsAt', 'publishedAt', 'confirmedAt']
    const ids = ['job', 'number', 'employer', 'take', 'worker', 'workers']
    const sums = ['amountFen', 'compensationFen', 'heldFen', 'holdFen', 'payFen', 'taxFen', 'minutesPerDay', 'days']
    const figures = ['automatic', 'employerType', 'cash', 'covered', 'first', 'insured', 'weather', 'seats', 'seatsLeft', 'unpaid', ...sums]
    expect(sorted(events.flatMap(({ facts }) => Object.keys(facts)))).toEqual([...place, ...ids, ...figures].sort())
  })
})
