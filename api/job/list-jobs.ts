import { countyDay, instantText, startOfCountyDay } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { JobState } from '../core/job/job.ts'
import { LIMIT } from '../core/limit.ts'
import type { Take } from '../core/take/take.ts'
import type { Page, Query, Store } from '../store/port.ts'
import { type JobDoc, jobs } from './job.collection.ts'
import { isOffered } from './show-job.ts'

export interface JobFilter {
  readonly trade?: string | undefined
  readonly township?: string | undefined
  readonly day?: string | undefined
  readonly leastPayFen?: number | undefined
  readonly after?: string | undefined
  readonly limit: number
  /** Whose jobs are not shown. */
  readonly without?: ReadonlySet<PersonId>
}

export interface ListJobsPorts {
  readonly store: Store
  readonly county: string
}

/** How many jobs of a state an employer has. */
export const countJobs = ({ store, county }: ListJobsPorts, employer: PersonId, state: JobState): Promise<number> =>
  store.count(jobs, { index: 'employerState', county, equals: { employer, state } })

/**
 * Open jobs, the soonest first. The index does the trade or the township and the day; for the rest a bounded number of rows is looked at:
 * first as many as are asked for, which is mostly all there is to do, then by the page.
 */
export async function listJobs({ store, county }: ListJobsPorts, filter: JobFilter, now: Temporal.Instant) {
  const query = openJobs(county, filter, now)
  const read = (after: string | undefined, limit: number) =>
    store.find(jobs, { ...query, ...(after === undefined ? {} : { after }), limit })
  const isWanted = (job: JobDoc): boolean => isOffered(job, now) && fits(job, filter) && filter.without?.has(job.employer) !== true
  const found: JobDoc[] = []
  let after = filter.after
  for (let looked = 0, size = filter.limit; size > 0; size = Math.min(LIMIT.pageSize, LIMIT.rowsPerList - looked)) {
    const page = await readUpTo(filter.limit - found.length, isWanted, { read: (limit) => read(after, limit), size })
    found.push(...page.docs.filter(isWanted))
    looked += page.docs.length
    after = page.next
    if (after === undefined || found.length >= filter.limit) break
  }
  return { jobs: found, next: after ?? null }
}

interface Reading {
  readonly read: (limit: number) => Promise<Page<JobDoc>>
  readonly size: number
}

/** A page that ends with the last job there is room for: a cursor stands only behind the last row that was asked for. */
async function readUpTo(room: number, isWanted: (job: JobDoc) => boolean, { read, size }: Reading): Promise<Page<JobDoc>> {
  const page = await read(size)
  const wanted = page.docs.flatMap((job, index) => (isWanted(job) ? [index] : []))
  const last = wanted[room - 1]
  return last === undefined || last === page.docs.length - 1 ? page : read(last + 1)
}

function openJobs(county: string, { trade, township, day }: JobFilter, now: Temporal.Instant): Omit<Query, 'after' | 'limit'> {
  const range = { field: 'terms.startsAt', ...startRange(day, now) }
  if (trade !== undefined) return { index: 'openByTrade', county, equals: { state: 'open', 'terms.trade': trade }, range }
  if (township !== undefined) return { index: 'openByTownship', county, equals: { state: 'open', 'terms.township': township }, range }
  return { index: 'open', county, equals: { state: 'open' }, range }
}

/** Whoever wants to go to a job still can until its first work day is over, and no shift is longer than a day. */
function startRange(day: string | undefined, now: Temporal.Instant) {
  if (day === undefined) return { from: instantText(startOfCountyDay(countyDay(now).subtract({ days: 1 }))) }
  const date = Temporal.PlainDate.from(day)
  return { from: instantText(startOfCountyDay(date)), below: instantText(startOfCountyDay(date.add({ days: 1 }))) }
}

const fits = ({ terms }: JobDoc, { township, leastPayFen }: JobFilter): boolean =>
  (township === undefined || terms.township === township) && (leastPayFen === undefined || terms.payPerTakeFen / terms.days >= leastPayFen)

/** What a person posted and what a person holds or held a seat on, the newest first. */
export async function jobsOf({ store, county }: ListJobsPorts, person: PersonId, limit: number) {
  const [posted, taken] = await Promise.all([
    store.find(jobs, { index: 'employer', county, equals: { employer: person }, descending: true, limit }),
    store.find(jobs, { index: 'worker', county, equals: { 'takes.worker': person }, descending: true, limit }),
  ])
  return { posted: posted.docs, taken: taken.docs }
}

/** When a worker is promised elsewhere from now on: the seats held on jobs that have not ended. Seats given up stand in the same index. */
export async function promisesOf({ store, county }: ListJobsPorts, worker: PersonId, now: Temporal.Instant) {
  const range = { field: 'terms.endsAt', from: instantText(now) }
  const query = { index: 'worker', county, equals: { 'takes.worker': worker }, range, limit: LIMIT.pageSize }
  const promised: JobDoc[] = []
  let goOn: { readonly after?: string } = {}
  for (let looked = 0; looked < LIMIT.rowsPerList; looked += LIMIT.pageSize) {
    const { docs, next } = await store.find(jobs, { ...query, ...goOn })
    promised.push(...docs.filter(({ takes }) => takes.some((take) => take.worker === worker && isPromise(take))))
    if (next === undefined) break
    goOn = { after: next }
  }
  return promised.map(({ number, terms }) => ({ number, startsAt: terms.startsAt, endsAt: terms.endsAt }))
}

const isPromise = ({ state }: Take): boolean => state === 'taken' || state === 'started'
