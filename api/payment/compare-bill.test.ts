import { expect, it } from '@jest/globals'
import { countyDay } from '../core/clock.ts'
import { fen } from '../core/money.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { compareBill } from './compare-bill.ts'
import { refundPayment } from './refund-payment.ts'
import { aPayment, openRoom } from './testing/payment-room.ts'
import { useRoom } from './testing/use-room.ts'

const { town, sandbox, room, key, opened, paid, payment } = useRoom()

it('the bill of a day agrees with the book, and what is missing on either side is found', async () => {
  const { clock, provider } = town()
  const day = countyDay(clock.now())
  const id = await paid()
  await refundPayment(room().ports, { key: key('r'), of: key(aPayment.key), amountFen: fen(5_000) })
  await sandbox().notices.idle()
  sandbox().mischief.drop = true
  const { id: missed } = await opened({ key: 'hold:job-2' })
  sandbox().pay(missed)
  expect(await compareBill(room().ports, day)).toEqual({ state: 'later' })
  clock.forward({ hours: 24 })
  expect(await compareBill(room().ports, day)).toEqual({
    state: 'compared',
    rows: 3,
    differences: [{ what: 'not-in-our-book', kind: 'payment', number: missed, amountFen: 30_000 }],
  })
  sandbox().mischief.spoilFiles = 1
  expect(await compareBill(room().ports, day)).toEqual({ state: 'unknown', code: 'unverified' })
  await room().runDue()
  expect(await compareBill(room().ports, day)).toMatchObject({ differences: [] })
  const another = openSqlite({ file: ':memory:' })
  const elsewhere = openRoom(another, clock, provider)
  const strange = { differences: [{ what: 'not-ours', number: id }, { what: 'not-ours' }, { what: 'not-ours' }] }
  expect(await compareBill(elsewhere.ports, day)).toMatchObject(strange)
  await another.close()
  expect(await compareBill(room().ports, day.subtract({ days: 1 }))).toMatchObject({ rows: 0, differences: [] })
  const empty = { ...provider, bill: () => Promise.resolve({ state: 'bill', rows: [] } as const) }
  const gone = await compareBill({ ...room().ports, provider: empty }, day)
  expect(gone).toMatchObject({ differences: [{ what: 'not-in-the-bill' }, { what: 'not-in-the-bill' }] })
})

it('a refund that was done and whose answer was lost is found, and asked for at once', async () => {
  const { clock } = town()
  const day = countyDay(clock.now())
  const id = await paid()
  Object.assign(sandbox().mischief, { breakAnswers: 1, drop: true })
  await refundPayment({ ...room().ports, setTimer: async () => undefined }, { key: key('r'), of: key(aPayment.key), amountFen: fen(5_000) })
  const [refund] = (await payment())?.refunds ?? []
  expect(refund).toMatchObject({ state: 'unknown' })
  clock.forward({ hours: 24 })
  const difference = { what: 'not-in-our-book', kind: 'refund', number: refund?.number, amountFen: 5_000 }
  expect(await compareBill(room().ports, day)).toMatchObject({ differences: [difference] })
  expect([...room().timers.keys()]).toContain(`ask-refunds:${id}`)
  await room().runDue()
  expect(await compareBill(room().ports, day)).toMatchObject({ differences: [] })
})
