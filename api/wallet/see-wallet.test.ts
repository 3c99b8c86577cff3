import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { walletView } from '../contract/wallet.contract.ts'
import { asId } from '../core/id.ts'
import { holdForJob, payForTake, premiumForTake } from '../core/ledger/movement.ts'
import { payOutOf, payoutCameBack } from '../core/ledger/payout-movement.ts'
import { aMemo } from '../core/ledger/testing/entries.ts'
import { confirmed, published } from '../core/ledger/testing/stories.ts'
import { fen } from '../core/money.ts'
import { at } from '../core/testing/builders.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createLedger } from './ledger.ts'
import { createWalletRoutes } from './wallet.routes.ts'

const store = openSqlite({ file: ':memory:' })
const ledger = createLedger({ store, county: '350428' })
const PEOPLE = new Map(['li', 'chen', 'cai', 'nobody'].map((id) => [`wx/${id}`, { id: asId<'person'>(id) }]))
const routes = createWalletRoutes({
  ledger,
  store,
  county: '350428',
  payeeOf: async (worker: string) => (worker === 'chen' ? { from: at('2026-11-02T10:00:00+08:00') } : undefined),
  jobByNumber: () => Promise.resolve(undefined),
  clock: { now: () => at('2026-11-30T20:00:00+08:00') },
  personOf: (contact) => Promise.resolve(PEOPLE.get(contact)),
})
const see = (contact: string) =>
  routes.seeWallet({ params: {}, query: {}, body: {}, caller: { role: 'contact', contact, key: '', county: '350428' } })
const paidAt = (take: string, when: string, worker = 'li') => ({ ...payForTake(confirmed(take, worker)), at: at(when) })

describe('the wallet', () => {
  beforeAll(async () => {
    await ledger.append(holdForJob(published(200)))
    await ledger.append(paidAt('last-month', '2026-10-31T23:59:59+08:00'))
    await ledger.append(paidAt('this-month', '2026-11-01T00:00:00+08:00'))
    for (let day = 0; day < 110; day += 1) await ledger.append(paidAt(`take-${day}`, `2026-11-02T${10 + (day % 10)}:00:00+08:00`))
    await ledger.append(paidAt('chens', '2026-11-03T10:00:00+08:00', 'chen'))
    const memo = aMemo({ at: at('2026-11-29T10:00:00+08:00') })
    await ledger.append(premiumForTake(memo, { take: 'take-1', premiumFen: fen(500) }))
  })
  afterAll(() => store.close())

  it('shows a worker what is owed, what came this county month, and the newest five', async () => {
    const wallet = await see('wx/li')
    expect(wallet).toMatchObject({
      ok: true,
      value: { balanceFen: 1_120_000, heldFen: 0, earnedThisMonthFen: 1_110_000, jobsPaidThisMonth: 1 },
    })
    if (!wallet.ok) return
    expect(wallet.value.entries).toHaveLength(5)
    expect(wallet.value.entries[0]).toEqual({ at: '2026-11-02T11:00:00.000Z', kind: 'pay', amountFen: 10_000, job: '10240' })
    expect(() => walletView.parse(wallet.value)).not.toThrow()
  })

  it('shows what is on its way out, which is no longer there and was earned once', async () => {
    const asked = { payout: 'one', worker: asId<'person'>('chen'), amountFen: fen(4_000), county: '350428', demo: false }
    const out = payOutOf({ ...asked, at: at('2026-11-04T10:00:00+08:00') })
    const back = payoutCameBack(out, at('2026-11-05T10:00:00+08:00'))
    await ledger.append(out)
    expect(await see('wx/chen')).toMatchObject({
      value: { balanceFen: 6_000, outgoingFen: 4_000, payouts: [], payeeFrom: '2026-11-02T02:00:00.000Z' },
    })
    await ledger.append(back)
    expect(await see('wx/chen')).toMatchObject({
      value: {
        ...{ balanceFen: 10_000, outgoingFen: 0, earnedThisMonthFen: 10_000, jobsPaidThisMonth: 1 },
        entries: [{ kind: 'payout-back', amountFen: 4_000, job: null }, { kind: 'payout', amountFen: -4_000 }, { kind: 'pay' }],
      },
    })
  })

  it('shows an employer what is put aside and what went out of his pocket', async () => {
    expect(await see('wx/cai')).toMatchObject({
      ok: true,
      value: {
        balanceFen: 0,
        heldFen: 2_000_000 - 1_130_000 - 500,
        earnedThisMonthFen: 0,
        entries: [{ kind: 'hold', amountFen: -2_000_000 }],
      },
    })
  })

  it('is empty for someone without a movement, and refused to a stranger', async () => {
    expect(await see('wx/nobody')).toMatchObject({
      ok: true,
      value: { balanceFen: 0, heldFen: 0, earnedThisMonthFen: 0, payeeFrom: null, entries: [] },
    })
    expect(await see('wx/stranger')).toMatchObject({ ok: false, refusal: 'not-registered' })
  })
})
