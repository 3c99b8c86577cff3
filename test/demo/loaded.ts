import { jobs } from '@linggong/api/job/job.collection.ts'
import { notices } from '@linggong/api/notice/notice.collection.ts'
import { people } from '@linggong/api/person/person.collection.ts'
import { policies } from '@linggong/api/policy/policy.collection.ts'
import { timers } from '@linggong/api/schedule/timer.collection.ts'
import type { QuietCounty } from '@linggong/api/start-quietly.ts'
import { months } from '@linggong/api/statistics/rollup.collection.ts'
import type { Collection, Doc, Store } from '@linggong/api/store/port.ts'
import { verifyLedger } from '@linggong/api/wallet/verify-ledger.ts'

const PAGE = 500

/** Every document of a collection, in the order of an index. */
export async function all<T extends Doc>(
  { store, county }: { store: Store; county: string },
  from: Collection<T>,
  index: string,
): Promise<readonly T[]> {
  const docs: T[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find(from, { index, county, limit: PAGE, ...(after === undefined ? {} : { after }) })
    docs.push(...page.docs)
    after = page.next
    if (after === undefined) return docs
  }
}

/** What a loading has left behind, in figures. */
export async function loadedInto(county: QuietCounty) {
  const where = { store: county.store, county: county.county }
  const { faults, ...ledger } = await verifyLedger(where)
  const counted = await all(where, months, 'month')
  return {
    faults,
    ledger,
    people: (await all(where, people, 'registered')).map(({ id }) => id),
    jobs: (await all(where, jobs, 'open')).map(({ id, state, takes, outbox }) => ({ id, state, takes, outbox })),
    policies: (await all(where, policies, 'job')).map(({ take, premiumFen, state }) => ({ take, premiumFen, state })),
    timers: (await all(where, timers, 'wake')).map(({ id, dueAt }) => ({ id, dueAt: dueAt.toString() })),
    notices: (await all(where, notices, 'waiting')).length,
    statistics: counted.map(({ id, cells }) => ({ id, cells })).sort((one, other) => (one.id < other.id ? -1 : 1)),
  }
}
