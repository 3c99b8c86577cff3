import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { arrearsView } from '../contract/arrears.contract.ts'
import { chatNumber } from '../core/chat-number.ts'
import { asId } from '../core/id.ts'
import type { Due } from '../core/job/due.ts'
import { withDues } from '../core/job/dues.ts'
import { fen } from '../core/money.ts'
import { aJob, at } from '../core/testing/builders.ts'
import { aStaffActor } from '../core/testing/staff.ts'
import { jobs, newJobDoc } from '../job/job.collection.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createArrearsRoutes } from './arrears.routes.ts'

const county = '350428'
const NOW = at('2026-12-24T12:00:00+08:00')
const NAMES: Readonly<Record<string, string>> = { cai: '蔡*云', deng: '邓*明' }
/** `[worker, yuan, the day it fell due, …]` of December, at ten in the morning. */
type Owed = readonly [worker: string, yuan: number, day: number, state?: Due['state']]

describe('the list of who owes', () => {
  let store: Store
  let filed = 0
  beforeEach(() => {
    store = openSqlite({ file: ':memory:' })
    filed = 0
  })
  afterEach(() => store.close())

  async function owes(employer: string, ...owed: readonly Owed[]): Promise<string> {
    filed += 1
    const dues = owed.map(([worker, yuan, day, state = 'open'], at2): Due => {
      const since = at('2026-12-01T10:00:00+08:00').add({ hours: 24 * (day - 1) })
      return {
        take: asId(`take-${at2}`),
        worker: asId(worker),
        kind: 'pay',
        amountFen: fen(yuan * 100),
        since,
        bill: 1,
        state,
        settledAt: null,
      }
    })
    const job = withDues(
      aJob({ id: asId(`job-${filed}`), number: chatNumber(1000 + filed), employer: asId(employer), state: 'done' }),
      dues,
    )
    await store.insert(jobs, newJobDoc(job, 'digest'))
    return job.number
  }

  async function list(query: { readonly limit?: number; readonly after?: string } = {}, staff = aStaffActor()) {
    const routes = createArrearsRoutes({ store, county, clock: { now: () => NOW }, nameOf: async (id) => NAMES[id] ?? '*' })
    const caller = { role: 'staff', contact: '', key: '', county, staff } as const
    const answer = await routes.listArrears({ params: {}, query: { limit: 20, ...query }, body: {}, caller })
    if (!answer.ok) throw new Error(answer.refusal)
    for (const each of answer.value.employers) arrearsView.parse(each)
    return answer.value
  }
  const names = async (query = {}) => (await list(query)).employers.map(({ employer }) => employer)

  it('says of each how much, how long, to how many and for which jobs', async () => {
    const first = await owes('cai', ['li', 100, 1], ['chen', 50, 22], ['liao', 70, 20, 'paid'])
    const second = await owes('cai', ['li', 30, 18], ['wu', 5, 24])
    expect(await list()).toEqual({
      employers: [
        {
          employer: 'cai',
          employerName: '蔡*云',
          since: '2026-12-01T02:00:00.000Z',
          owedFen: 18_000,
          ageing: { days1To3Fen: 5_000, days4To7Fen: 3_000, days8To30Fen: 10_000, over30DaysFen: 0 },
          workers: 2,
          jobs: [first, second],
        },
      ],
      next: null,
    })
  })

  it('has nobody in it who pays within a day, or who has paid', async () => {
    await owes('cai', ['li', 100, 24], ['chen', 100, 24])
    await owes('deng', ['li', 100, 1, 'paid'], ['chen', 100, 1, 'cash'])
    await owes('wu')
    expect(await list()).toEqual({ employers: [], next: null })
  })

  it('begins with whoever owes the longest, and lists nobody twice however the pages fall', async () => {
    await owes('cai', ['li', 1, 5])
    await owes('deng', ['li', 1, 3])
    await owes('cai', ['li', 1, 6])
    await owes('cai', ['li', 1, 20])
    await owes('deng', ['li', 1, 22])
    await owes('wu', ['li', 1, 21])
    expect(await names()).toEqual(['deng', 'cai', 'wu'])
    const paged: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await list({ limit: 1, ...(after === undefined ? {} : { after }) })
      paged.push(...page.employers.map(({ employer }) => employer))
      after = page.next
    }
    expect(paged).toEqual(['deng', 'cai', 'wu'])
  })

  it('keeps each amount whole where an employer owes on more jobs than a page holds', async () => {
    for (let n = 0; n < 130; n += 1) await owes('cai', [`w${n}`, 2, 1 + (n % 20)])
    const { employers } = await list()
    const total = await list({ limit: 100 })
    expect([employers.length, total.employers.length]).toEqual([1, 1])
    expect(employers[0]).toMatchObject({ owedFen: 26_000, workers: 130 })
    expect(employers[0]?.jobs).toHaveLength(130)
  })
})
