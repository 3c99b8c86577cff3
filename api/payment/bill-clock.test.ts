import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { fen } from '../core/money.ts'
import { at } from '../core/testing/builders.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { windBillClock } from './bill-clock.ts'
import { openPayment } from './open-payment.ts'
import { payments } from './payment.collection.ts'
import type { Bill, BillRow, Flow } from './port.ts'
import { type DurableRoom, openDurableRoom } from './testing/durable-room.ts'
import { aPayment } from './testing/payment-room.ts'
import { useRoom } from './testing/use-room.ts'

const { town, sandbox, paid } = useRoom()
const LATER: Bill = { state: 'later' }
const strange = (number: string): BillRow => ({ kind: 'payment', number, payment: number, amountFen: fen(100) })

describe('the bill clock', () => {
  let store: Store
  let room: DurableRoom
  let asked: string[]
  /** What the provider says of a day, the last of it for ever; of any other that nothing moved. */
  let bills: Record<string, Bill[]>
  let flows: Flow

  /** The county starts at a moment, as if for the first time or again. */
  async function startAt(moment: string): Promise<void> {
    const { clock, provider } = town()
    clock.set(at(moment))
    const bill = async (day: Temporal.PlainDate): Promise<Bill> => {
      asked.push(`${day} at ${clock.now().toString({ timeZone: '+08:00', smallestUnit: 'minute' })}`)
      const said = bills[day.toString()] ?? []
      return (said.length > 1 ? said.shift() : said[0]) ?? { state: 'bill', rows: [] }
    }
    const flow = async (): Promise<Flow> => flows
    room = openDurableRoom(store, { ...town(), provider: { ...provider, bill, flow } })
    await windBillClock(room.ports)
    await room.sweep()
  }
  const passTo = (moment: string) => room.passTo(at(moment))
  const days = () => asked.map((each) => each.slice(0, 10))

  beforeEach(() => {
    store = openSqlite({ file: ':memory:' })
    asked = []
    bills = {}
    flows = { state: 'flow', rows: [] }
  })
  afterEach(() => store.close())

  it('compares each day at ten of the next morning, once', async () => {
    await startAt('2026-11-23T16:00:00+08:00')
    await passTo('2026-11-26T12:00:00+08:00')
    const mornings = [
      '2026-11-23 at 2026-11-24T10:00+08:00',
      '2026-11-24 at 2026-11-25T10:00+08:00',
      '2026-11-25 at 2026-11-26T10:00+08:00',
    ]
    expect(asked).toEqual(mornings)
    await startAt('2026-11-26T13:00:00+08:00')
    expect(asked).toEqual(mornings)
  })

  it('goes through every day that the county was away', async () => {
    await startAt('2026-11-23T16:00:00+08:00')
    await startAt('2026-11-28T09:00:00+08:00')
    expect(days()).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'])
    await passTo('2026-11-28T12:00:00+08:00')
    expect(days().at(-1)).toBe('2026-11-27')
  })

  it('asks for no day that the provider has forgotten', async () => {
    await startAt('2026-11-23T16:00:00+08:00')
    await startAt('2027-12-01T12:00:00+08:00')
    expect([asked.length, days()[0], days().at(-1)]).toEqual([90, '2027-09-02', '2027-11-30'])
  })

  it('begins with the first day that anything was paid on', async () => {
    town().clock.set(at('2026-11-23T16:00:00+08:00'))
    const { ports } = openDurableRoom(store, town())
    const payment = await openPayment(ports, { ...aPayment, key: 'hold:before-there-was-a-clock' })
    sandbox().pay(payment.ok ? payment.value.id : '')
    await sandbox().notices.idle()
    await startAt('2026-11-26T09:00:00+08:00')
    expect(days()).toEqual(['2026-11-23', '2026-11-24'])
  })

  it('begins today where money was only told of, under no day', async () => {
    town().clock.set(at('2026-11-20T16:00:00+08:00'))
    const { ports } = openDurableRoom(store, town())
    const opened = await openPayment(ports, { ...aPayment, key: 'hold:only-told' })
    if (!opened.ok || opened.value.state !== 'asked') throw new Error('a payment was asked for')
    const { means: _, ...terms } = opened.value
    const told = {
      ...terms,
      version: terms.version + 1,
      state: 'paid',
      transaction: 'told-1',
      paidAt: terms.createdAt,
      paidOn: 'told',
    } as const
    expect(await store.replace(payments, told, terms.version)).toEqual({ ok: true })
    await startAt('2026-11-23T16:00:00+08:00')
    await passTo('2026-11-24T10:00:00+08:00')
    expect(days()).toEqual(['2026-11-23'])
  })

  it.each<[string, Bill]>([
    ['is not made yet', LATER],
    ['cannot be had', { state: 'unknown', code: 'no-answer' }],
  ])('comes back in an hour when a bill %s, and holds up no other day', async (_what, bill) => {
    bills = { '2026-11-23': [bill, bill, { state: 'bill', rows: [strange('P1')] }] }
    await startAt('2026-11-23T16:00:00+08:00')
    await passTo('2026-11-25T12:00:00+08:00')
    expect(asked).toEqual([
      '2026-11-23 at 2026-11-24T10:00+08:00',
      '2026-11-23 at 2026-11-24T11:00+08:00',
      '2026-11-23 at 2026-11-24T12:00+08:00',
      '2026-11-24 at 2026-11-25T10:00+08:00',
    ])
    expect([...room.tasks.keys()]).toEqual(['bill-difference:2026-11-23:P1'])
  })

  it('comes back for the bill of the account alone, and tells at once what the other shows', async () => {
    bills = { '2026-11-23': [{ state: 'bill', rows: [strange('P1')] }] }
    flows = LATER
    await startAt('2026-11-23T16:00:00+08:00')
    await passTo('2026-11-24T12:00:00+08:00')
    expect(days()).toEqual(['2026-11-23', '2026-11-23', '2026-11-23'])
    expect([...room.tasks.keys()]).toEqual(['bill-difference:2026-11-23:P1'])
  })

  it('asks no more for a day that the provider knows nothing of', async () => {
    bills = { '2026-11-23': [{ state: 'forgotten' }] }
    flows = { state: 'forgotten' }
    await startAt('2026-11-23T16:00:00+08:00')
    await passTo('2026-11-29T12:00:00+08:00')
    expect([days().filter((day) => day === '2026-11-23').length, room.tasks.size]).toEqual([1, 0])
  })

  it('tells staff of a bill that never comes, and goes on asking until the provider has forgotten it', async () => {
    bills = { '2026-11-23': [LATER] }
    await startAt('2026-11-23T16:00:00+08:00')
    await passTo('2026-11-26T09:30:00+08:00')
    expect(room.tasks).toEqual(new Map())
    await passTo('2026-11-26T10:30:00+08:00')
    const facts = { day: '2026-11-23', what: 'no-bill', of: 'bill', number: '2026-11-23', amountFen: 0 }
    expect([...room.tasks.values()]).toMatchObject([{ kind: 'bill-difference', subject: '2026-11-23', facts }])
    await passTo('2027-03-01T12:00:00+08:00')
    const tried = asked.filter((each) => each.startsWith('2026-11-23')).map((each) => each.slice(14))
    expect([tried.at(-1), room.tasks.size]).toEqual(['2027-02-21T23:00+08:00', 1])
  })

  it('opens a task for each difference, and for very many one that says how many more', async () => {
    const rows = Array.from({ length: 203 }, (_, n) => strange(`P${n}`))
    bills = { '2026-11-23': [{ state: 'bill', rows }] }
    await startAt('2026-11-23T16:00:00+08:00')
    await passTo('2026-11-24T10:00:00+08:00')
    const tasks = [...room.tasks.values()]
    expect(tasks[0]).toEqual({
      key: 'bill-difference:2026-11-23:P0',
      kind: 'bill-difference',
      subject: 'P0',
      facts: { day: '2026-11-23', what: 'not-ours', of: 'payment', number: 'P0', amountFen: 100 },
    })
    expect([tasks.length, tasks.at(-1)?.facts]).toEqual([
      201,
      { day: '2026-11-23', what: 'and-more', of: 'bill', number: '3', amountFen: 0 },
    ])
  })

  it('finds what another book than ours was paid, by the provider’s real bill', async () => {
    town().clock.set(at('2026-12-05T16:00:00+08:00'))
    const id = await paid()
    room = openDurableRoom(store, town())
    await windBillClock(room.ports)
    await passTo('2026-12-06T10:00:00+08:00')
    expect([...room.tasks.keys()]).toEqual([`bill-difference:2026-12-05:${id}`])
  })
})
