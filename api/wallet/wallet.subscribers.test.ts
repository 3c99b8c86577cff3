import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Charge } from '../core/charge/charge.ts'
import type { DomainEvent, EventFacts } from '../core/event.ts'
import { asId } from '../core/id.ts'
import type { Due } from '../core/job/due.ts'
import { PROVIDER, REFUNDS, TAX } from '../core/ledger/account.ts'
import { confirmed, happened, jobFacts, settled } from '../core/ledger/testing/stories.ts'
import { type Fen, fen } from '../core/money.ts'
import { NOW } from '../core/testing/builders.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createLedger } from './ledger.ts'
import { verifyLedger } from './verify-ledger.ts'
import { createWalletSubscriber } from './wallet.subscribers.ts'

const county = '350428'
const over = { ...jobFacts, unpaid: false }
const cancelled = () => happened('jobCancelled', { ...over, seats: 3, workers: [] })
const expired = () => happened('jobExpired', over)

const aCharge = (about: Partial<Charge> = {}): Charge => ({
  ...{ key: 'hold:job-1', county, demo: false, purpose: 'hold', job: asId('job-1'), jobNumber: '10240', employer: asId('cai') },
  ...{ amountFen: fen(30_000), askedAt: NOW, attempt: 1, state: 'paid', paidBy: 'hold:job-1#1' },
  ...about,
})

const came = (type: 'chargePaid' | 'chargeSurplus', charge: Charge, payment = `${charge.key}#1`) => happened(type, factsOf(charge, payment))

const factsOf = ({ key, purpose, job, jobNumber, employer, amountFen }: Charge, payment: string): EventFacts['chargePaid'] => ({
  ...{ charge: key, purpose, job, number: jobNumber, employer, amountFen, payment },
})

describe('money follows the job', () => {
  let store: Store
  let done: string[]
  let providerIsAway: boolean
  let charges: Map<string, Charge>
  let dues: readonly Due[]
  let taxFen: Fen

  beforeEach(() => {
    store = openSqlite({ file: ':memory:' })
    done = []
    providerIsAway = false
    charges = new Map()
    dues = []
    taxFen = fen(0)
  })
  afterEach(() => store.close())

  function put(charge: Charge): Charge {
    charges.set(charge.key, charge)
    return charge
  }

  async function tell(...events: readonly DomainEvent[]): Promise<void> {
    const note = async (what: string) => void done.push(what)
    const subscriber = createWalletSubscriber({
      ledger: createLedger({ store, county }),
      chargeOf: async (key) => charges.get(key),
      async withdrawCharge(key) {
        const charge = charges.get(key)
        return charge?.state === 'asked' ? put({ ...charge, state: 'dropped' }) : charge
      },
      async refund({ key, of, amountFen }) {
        if (providerIsAway) throw new Error('the provider is away')
        done.push(`back ${key} ${amountFen} of ${of}`)
      },
      jobMoney: {
        fund: (job) => note(`fund ${job}`),
        cover: (job) => note(`cover ${job}`),
        async payBill(_job, bill) {
          dues = dues.map((due) => (due.bill === bill && due.state === 'open' ? { ...due, state: 'paid' } : due))
          return dues.filter((due) => due.bill === bill)
        },
        markPaid: (job, take, tax) => note(`paid ${job} ${take}${tax === 0 ? '' : ` less ${tax}`}`),
      },
      withholding: async () => taxFen,
    })
    for (const event of events) await subscriber.run(event)
  }

  const report = async () => verifyLedger({ store, county })

  it('holds what has come in, then opens the job', async () => {
    await tell(came('chargePaid', put(aCharge())))
    expect([done, (await report()).totalsFen['job']]).toEqual([['fund job-1'], 30_000])
  })

  it('covers a job once its premium has come in', async () => {
    await tell(came('chargePaid', put(aCharge({ key: 'cover:job-1', purpose: 'cover', amountFen: fen(900) }))))
    expect([done, (await report()).totalsFen['job']]).toEqual([['cover job-1'], 900])
  })

  it('says that a take is paid once it is', async () => {
    await tell(came('chargePaid', put(aCharge())), confirmed('take-1'))
    expect(done).toEqual(['fund job-1', 'paid job-1 take-1'])
    expect((await report()).totalsFen).toMatchObject({ job: 20_000, worker: 10_000, provider: -30_000 })
  })

  it('withholds tax where there is any, the same however often it is told', async () => {
    taxFen = fen(1_600)
    await tell(came('chargePaid', put(aCharge())), confirmed('take-1'))
    taxFen = fen(9_999)
    await tell(confirmed('take-1'))
    expect((await report()).totalsFen).toMatchObject({ worker: 8_400, [TAX]: 1_600 })
    expect(done.slice(1)).toEqual(['paid job-1 take-1 less 1600', 'paid job-1 take-1 less 1600'])
  })

  it.each([
    ['cancelled', cancelled],
    ['expired', expired],
    ['settled', settled],
  ])('returns what is left when the job is %s', async (_state, end) => {
    await tell(came('chargePaid', put(aCharge())), confirmed('take-1'), end())
    expect(done.at(-1)).toBe('back return:job-1|hold:job-1 20000 of hold:job-1#1')
    expect((await report()).totalsFen).toMatchObject({ job: 0, [REFUNDS]: 20_000, [PROVIDER]: -30_000 })
  })

  it('returns what two payments brought to each of them, and what has arrived is on its way no more', async () => {
    put(aCharge())
    put(aCharge({ key: 'cover:job-1', purpose: 'cover', amountFen: fen(900), paidBy: 'cover:job-1#2' }))
    await tell(...[...charges.values()].map((charge) => came('chargePaid', charge)), cancelled())
    expect(done.slice(-2)).toEqual([
      'back return:job-1|hold:job-1 30000 of hold:job-1#1',
      'back return:job-1|cover:job-1 900 of cover:job-1#2',
    ])
    const arrived = { refund: 'r1', key: 'return:job-1|hold:job-1', payment: 'p1', paymentKey: 'hold:job-1#1', amountFen: fen(30_000) }
    await tell(happened('refundDone', arrived), happened('refundDone', arrived))
    expect((await report()).totalsFen).toMatchObject({ [REFUNDS]: 900, [PROVIDER]: -900 })
  })

  it('returns nothing when nothing is left, and drops what was asked for and not paid', async () => {
    put(aCharge({ state: 'asked', paidBy: null }))
    await tell(cancelled())
    expect([done, charges.get('hold:job-1')?.state, (await report()).entries]).toEqual([[], 'dropped', 0])
  })

  it('books a payment that came in the moment before the job was cancelled, and gives it back', async () => {
    put(aCharge())
    await tell(cancelled(), came('chargePaid', aCharge()))
    expect(done).toEqual(['back return:job-1|hold:job-1 30000 of hold:job-1#1', 'fund job-1'])
    expect((await report()).totalsFen).toMatchObject({ job: 0, [REFUNDS]: 30_000 })
  })

  it('returns the same when the provider was away and everything is told again', async () => {
    await tell(came('chargePaid', put(aCharge())))
    providerIsAway = true
    await expect(tell(cancelled())).rejects.toThrow('away')
    providerIsAway = false
    await tell(cancelled(), cancelled())
    expect(new Set(done)).toEqual(new Set(['fund job-1', 'back return:job-1|hold:job-1 30000 of hold:job-1#1']))
  })

  it('gives back what nobody had asked for any more', async () => {
    await tell(came('chargeSurplus', put(aCharge({ state: 'dropped', paidBy: null }))))
    expect(done).toEqual(['back surplus:hold:job-1#1 30000 of hold:job-1#1'])
    expect((await report()).totalsFen).toMatchObject({ [REFUNDS]: 30_000, [PROVIDER]: -30_000 })
  })

  const due = (about: Partial<Due>): Due => ({
    ...{
      take: asId('take-1'),
      worker: asId('li'),
      kind: 'pay',
      amountFen: fen(10_000),
      since: NOW,
      bill: 1,
      state: 'open',
      settledAt: null,
    },
    ...about,
  })

  it('passes what was owed on, each part to its worker, and what changed hands meanwhile back', async () => {
    dues = [
      due({}),
      due({ take: asId('take-2'), worker: asId('chen'), kind: 'compensation', amountFen: fen(3_000) }),
      due({ take: asId('take-3'), worker: asId('wu'), state: 'cash', amountFen: fen(7_000) }),
    ]
    const bill = put(aCharge({ key: 'due:job-1:1', purpose: 'due', amountFen: fen(25_000), paidBy: 'due:job-1:1#1' }))
    await tell(came('chargePaid', bill), came('chargePaid', bill))
    expect([...new Set(done)]).toEqual([
      'paid job-1 take-1',
      'back surplus:due:job-1:1#1/take-3 7000 of due:job-1:1#1',
      'paid job-1 take-3',
      'back surplus:due:job-1:1#1/moved 5000 of due:job-1:1#1',
    ])
    expect((await report()).totalsFen).toMatchObject({ worker: 13_000, [REFUNDS]: 12_000, [PROVIDER]: -25_000 })
  })

  it('keeps the book of cash without holding any', async () => {
    await tell(happened('takeCashed', { ...jobFacts, take: 'take-1', worker: 'li', amountFen: fen(10_000) }))
    expect([done, (await report()).totalsFen]).toEqual([
      ['paid job-1 take-1'],
      expect.objectContaining({ worker: 0, cash: 0, provider: 0 }),
    ])
  })

  it('pays a seat that was taken back late out of what is held', async () => {
    const late = { ...jobFacts, take: 'take-1', worker: 'li', compensationFen: fen(3_000), heldFen: fen(3_000), weather: false }
    await tell(came('chargePaid', put(aCharge())), happened('takeCancelled', late), cancelled())
    expect((await report()).totalsFen).toMatchObject({ job: 0, worker: 3_000, compensation: 0, [REFUNDS]: 27_000 })
  })
})
