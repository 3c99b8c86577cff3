import type { PersonId } from '../core/id.ts'
import { employerAccount, workerAccount } from '../core/ledger/account.ts'
import { heldFigure, outgoingFigure, returningFigure } from '../core/ledger/figure.ts'
import { addFen, type Fen } from '../core/money.ts'
import { firstObligation, lastWageOfJob, later, type Obligation, obligationsOfJob } from '../core/person/obligations.ts'
import { type Refused, refuse } from '../core/result.ts'
import { type JobDoc, jobs } from '../job/job.collection.ts'
import { pagesOf } from '../store/pages.ts'
import type { Store } from '../store/port.ts'
import type { Ledger } from '../wallet/ledger.ts'

export interface StandingBooks {
  readonly store: Pick<Store, 'find'>
  readonly county: string
  readonly ledger: Pick<Ledger, 'amountOf'>
  readonly whyPaused: (person: PersonId) => Promise<Refused | undefined>
  /** How long the law has wages kept. */
  readonly keptYears: number
}

export interface OwnStanding {
  /** What holds him here; undefined: nothing does. */
  readonly obligation: Obligation | undefined
  readonly leftFen: Fen
  /** Until when his name stands in the wage ledger; undefined where he is in none that has to be kept. */
  readonly keptUntil: Temporal.Instant | undefined
}

const DAYS_PER_YEAR = 366
const HOURS_PER_DAY = 24

/** All jobs that somebody posted or held a seat of, a page at a time. */
export async function* jobsOf({ store, county }: Pick<StandingBooks, 'store' | 'county'>, person: PersonId): AsyncGenerator<JobDoc> {
  const posted = { index: 'employer', county, equals: { employer: person } }
  const taken = { index: 'worker', county, equals: { 'takes.worker': person } }
  for (const query of [posted, taken]) for await (const page of pagesOf(store, jobs, query)) yield* page
}

/** How somebody stands who would be forgotten: what holds him, and what the law has kept of him. */
export async function standingOf(books: StandingBooks, person: PersonId, now: Temporal.Instant): Promise<OwnStanding> {
  const obligations = new Set<Obligation>()
  let lastWage: Temporal.Instant | undefined
  for await (const job of jobsOf(books, person)) {
    for (const obligation of obligationsOfJob(job, person)) obligations.add(obligation)
    const wage = lastWageOfJob(job, person)
    if (wage !== undefined) lastWage = lastWage === undefined ? wage : later(lastWage, wage)
  }
  const sum = async (...names: Parameters<Ledger['amountOf']>[0][]) => addFen(...(await Promise.all(names.map(books.ledger.amountOf))))
  const leftFen = await sum(workerAccount(person), employerAccount(person), heldFigure(person))
  const underWayFen = await sum(outgoingFigure(person), returningFigure(person))
  const why = (await books.whyPaused(person))?.refusal
  const [isPaused, isHallFirst] = [why === 'paused', why === 'hall-first']
  const until = lastWage?.add({ hours: books.keptYears * DAYS_PER_YEAR * HOURS_PER_DAY })
  const keptUntil = until !== undefined && Temporal.Instant.compare(now, until) < 0 ? until : undefined
  return { obligation: firstObligation(obligations, { leftFen, underWayFen, isPaused, isHallFirst }), leftFen, keptUntil }
}

/** The "no" to somebody whom something holds. */
export const refuseBound = ({ obligation, leftFen }: OwnStanding): Refused | undefined =>
  obligation && refuse(obligation, obligation === 'money-left' ? { leftFen } : {})
