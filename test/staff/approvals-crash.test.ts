import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { approvalView } from '@linggong/api/contract/approval.contract.ts'
import { creditLines } from '@linggong/api/credit/credit.collection.ts'
import { approvals } from '@linggong/api/staff/approval.collection.ts'
import { Crash, crashingStore } from '@linggong/api/statistics/testing/faulty-store.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { aCounty, sameRing } from '../kit/a-county.ts'
import { askAsStaff, type Seat, seatStaff, tokenOf } from '../kit/seat-staff.ts'

const ZHOU: Seat = { login: 'zhou', roles: ['hall-operator'] }
const LIN: Seat = { login: 'lin', roles: ['hall-operator'] }
const GAO: Seat = { login: 'gao', roles: ['hall-operator'] }
const LIMIT = 300_000

type Town = Awaited<ReturnType<typeof aCounty>>
let store: Store
let town: Town
let employer: string
let approval: string
beforeEach(async () => {
  store = openSqlite({ file: ':memory:' })
  town = await aCounty({ store, ring: sameRing() })
  const [contact = ''] = await town.people('cai', 1, 'employer')
  employer = (await town.ports.people.byContact(contact))?.id ?? ''
  for (const seat of [LIN, GAO]) await seatStaff(town.county.staff, seat)
  const asked = await askAsStaff(town, 'askApproval', { body: { route: 'setCreditLine', body: body() } }, ZHOU)
  if (!asked.ok) throw new Error(asked.refusal)
  approval = approvalView.parse(asked.value).id
})
afterEach(() => town.stop())

const body = () => ({ employer, limitFen: LIMIT })
const answer = (route: 'approve' | 'declineApproval', seat: Seat) => call(town, route, { seat, key: crypto.randomUUID() })

/** With the session that there is, so that nothing is written but by the call. */
async function call({ county }: Town, route: 'approve' | 'declineApproval' | 'setCreditLine', { seat, key }: { seat: Seat; key: string }) {
  const staff = await county.findStaff(tokenOf(seat.login), 'bearer')
  const endpoint = county.dispatcher.get(route)
  if (staff === undefined || endpoint === undefined) throw new Error(`${seat.login} is signed in`)
  const asked = route === 'setCreditLine' ? { params: {}, body: body() } : { params: { id: approval }, body: {} }
  const caller = { role: 'staff', contact: '', key: `staff ${staff.id}\n${key}`, county: county.county, staff } as const
  return endpoint.call({ query: {}, ...asked, caller })
}

const lent = async () => (await store.get(creditLines, town.county.county, employer))?.limitFen
const standing = async () => (await store.get(approvals, town.county.county, approval))?.state

describe('two who answer at once', () => {
  it('are one answer: either may be the first, and the other hears that it is over', async () => {
    const answers = await Promise.all([answer('approve', LIN), answer('declineApproval', GAO)])
    expect(answers.map((each) => (each.ok ? 'answered' : each.refusal)).toSorted()).toEqual(['answered', 'approval-over'])
    expect(['approved', 'declined']).toContain(await standing())
  })

  it('and agree are one agreement, for one call', async () => {
    const answers = await Promise.all([answer('approve', LIN), answer('approve', GAO)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const calls = await Promise.all(['a', 'b'].map((key) => call(town, 'setCreditLine', { seat: ZHOU, key })))
    expect(calls.map((each) => (each.ok ? 'done' : each.refusal)).toSorted()).toEqual(['done', 'second-person-needed'])
  })
})

describe('a process that dies between any two writes of what two agreed to', () => {
  it('has done it or not, and the same call again does it once', async () => {
    await answer('approve', LIN)
    let died = 0
    for (let write = 0; write < 8; write += 1) {
      for (const reached of [false, true]) {
        const dying = await aCounty({ store: crashingStore(store, { write, reached }), ring: sameRing() })
        await call(dying, 'setCreditLine', { seat: ZHOU, key: 'the call' }).catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error
          died += 1
        })
        await dying.county.stop()
        await dying.playMoney.stop()
      }
    }
    expect(died).toBeGreaterThan(2)
    expect(await call(town, 'setCreditLine', { seat: ZHOU, key: 'the call' })).toMatchObject({ ok: true, value: { limitFen: LIMIT } })
    expect([await lent(), await standing()]).toEqual([LIMIT, 'used'])
    expect(await call(town, 'setCreditLine', { seat: ZHOU, key: 'another' })).toMatchObject({ refusal: 'second-person-needed' })
  })
})
