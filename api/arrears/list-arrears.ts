import type { ArrearsView } from '../contract/arrears.contract.ts'
import { type Arrears, arrearsIn } from '../core/arrears/ageing.ts'
import { instantText } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { can, type StaffActor } from '../core/staff/policy.ts'
import { type JobDoc, jobs } from '../job/job.collection.ts'
import type { NameOf } from '../job/show-job.ts'
import { findFor } from '../staff/find-for.ts'
import type { Query, Store } from '../store/port.ts'

export interface ListArrearsPorts {
  readonly store: Pick<Store, 'find'>
  readonly county: string
  readonly nameOf: NameOf
}

interface Paging {
  readonly after?: string | undefined
  readonly limit: number
  /** Who asks: what is owed where he does not work, he is not told. */
  readonly staff: StaffActor
}

type AskedPorts = ListArrearsPorts & Pick<Paging, 'staff'>

/** Jobs whose oldest debt is a day old; `below` is not within, and an instant has whole milliseconds. */
const inArrears = (now: Temporal.Instant): NonNullable<Query['range']> => ({
  field: 'owedSince',
  from: '',
  below: instantText(now.subtract({ hours: LIMIT.arrearsAfterHours }).add({ milliseconds: 1 })),
})

/**
 * Employers by the oldest of what they owe. The page goes along the jobs; whoever owes on several is listed at the oldest of them alone, with
 * all of them together, so that nobody is listed twice however the pages fall.
 */
export async function listArrears(ports: ListArrearsPorts, { after, limit, staff }: Paging, now: Temporal.Instant) {
  const { store, county } = ports
  const query = { index: 'owed', county, range: inArrears(now), limit, ...(after === undefined ? {} : { after }) }
  const along = { index: 'owedIn', township: 'terms.township', sort: 'owedSince' }
  const { docs, next } = await findFor(store, { staff, action: 'see-arrears' }, { from: jobs, query, along })
  const firsts = docs.filter((job, at) => docs.findIndex(({ employer }) => employer === job.employer) === at)
  const rows = await Promise.all(firsts.map((job) => rowOf({ ...ports, staff }, job, now)))
  return { employers: rows.filter((row) => row !== undefined), next: next ?? null }
}

/** undefined: his oldest job stands on an earlier page. */
async function rowOf(ports: AskedPorts, { id, employer }: JobDoc, now: Temporal.Instant): Promise<ArrearsView | undefined> {
  const owed = await owedBy(ports, employer, now)
  if (owed[0]?.id !== id) return undefined
  const arrears = arrearsIn(
    owed.flatMap(({ dues }) => dues),
    now,
  )
  if (arrears === undefined) return undefined
  return { employer, employerName: await ports.nameOf(employer), ...shown(arrears), jobs: owed.map(({ number }) => number) }
}

function shown({ since, owedFen, byAge, workers }: Arrears): Pick<ArrearsView, 'since' | 'owedFen' | 'ageing' | 'workers'> {
  const { days1To3: days1To3Fen, days4To7: days4To7Fen, days8To30: days8To30Fen, over30Days: over30DaysFen } = byAge
  return { since: instantText(since), owedFen, workers, ageing: { days1To3Fen, days4To7Fen, days8To30Fen, over30DaysFen } }
}

/** The jobs on which an employer is in arrears, as far as the caller may see them, the oldest first. */
async function owedBy({ store, county, staff }: AskedPorts, employer: PersonId, now: Temporal.Instant): Promise<readonly JobDoc[]> {
  const query = { index: 'owedBy', county, equals: { employer }, range: inArrears(now), limit: LIMIT.pageSize }
  const found: JobDoc[] = []
  for (let goOn: { readonly after?: string } = {}; found.length < LIMIT.rowsPerList; ) {
    const { docs, next } = await store.find(jobs, { ...query, ...goOn })
    found.push(...docs.filter(({ terms }) => can(staff, 'see-arrears', { county, township: terms.township })))
    if (next === undefined) break
    goOn = { after: next }
  }
  return found
}
