import { describe, expect, it } from '@jest/globals'
import { countyDay } from '../core/clock.ts'
import { fen } from '../core/money.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { compareFlow } from './compare-flow.ts'
import { payOut } from './pay-out.ts'
import type { Flow, FlowRow } from './port.ts'
import { refundPayment } from './refund-payment.ts'
import { startSandbox } from './sandbox/sandbox.ts'
import { aPayment, aPayout, openRoom } from './testing/payment-room.ts'
import { useRoom } from './testing/use-room.ts'
import { createWechatProvider } from './wechat/wechat-provider.ts'

const { town, sandbox, room, key, paid, payout } = useRoom()
const today = () => countyDay(town().clock.now())
const nextDay = () => town().clock.forward({ hours: 24 })

async function sent(name: string = aPayout.key): Promise<string> {
  const asked = await payOut(room().ports, { ...aPayout, key: key(name) })
  if (!asked.ok) throw new Error(asked.refusal)
  return asked.value.id
}
async function arrived(): Promise<string> {
  const id = await sent()
  sandbox().confirm(id)
  await sandbox().notices.idle()
  return id
}

describe('the bill of the account, as the provider makes it', () => {
  it('agrees with the book of a day on which money came, went back and went out', async () => {
    const day = today()
    await paid()
    await refundPayment(room().ports, { key: key('r'), of: key(aPayment.key), amountFen: fen(5_000) })
    await arrived()
    sandbox().failPayout(await sent('payout:failed'), 'ACCOUNT_FROZEN')
    await sent('payout:waiting')
    await sandbox().notices.idle()
    expect(await compareFlow(room().ports, day)).toEqual({ state: 'later' })
    nextDay()
    const compared = await compareFlow(room().ports, day)
    expect(compared).toMatchObject({ state: 'compared', differences: [] })
    expect(compared.state === 'compared' && compared.rows).toBeGreaterThanOrEqual(3)
  })

  it('is found when it was spoiled on the way', async () => {
    const day = today()
    await arrived()
    nextDay()
    sandbox().mischief.spoilFiles = 1
    expect(await compareFlow(room().ports, day)).toEqual({ state: 'unknown', code: 'unverified' })
    expect(await compareFlow(room().ports, day)).toMatchObject({ differences: [] })
  })

  it('tells of a payout whose end we never heard, which is asked for at once', async () => {
    const day = today()
    sandbox().mischief.drop = true
    const id = await sent()
    sandbox().confirm(id)
    nextDay()
    expect(await compareFlow(room().ports, day)).toMatchObject({ differences: [] })
    expect(room().timers.get(`ask-payout:${id}`)?.dueAt).toEqual(town().clock.now())
    await room().runDue()
    expect(await payout()).toMatchObject({ state: 'done', doneOn: today().toString() })
    const heardOn = today()
    nextDay()
    expect(await compareFlow(room().ports, heardOn)).toMatchObject({ differences: [] })
  })

  it('knows no payout of another book', async () => {
    const day = today()
    await arrived()
    nextDay()
    const store = openSqlite({ file: ':memory:' })
    const elsewhere = openRoom(store, town().clock, town().provider)
    expect(await compareFlow(elsewhere.ports, day)).toMatchObject({ state: 'compared', differences: [] })
    await store.close()
  })

  it('is of no day before a provider of play money began that is believed to be an old one', async () => {
    const { clock } = town()
    const believed = await startSandbox({ clock, believes: true })
    const provider = createWechatProvider(believed.configFor(() => town().url))
    const first = today()
    nextDay()
    nextDay()
    const next = first.add({ days: 1 })
    expect([await provider.bill(first), await provider.flow(first)]).toEqual([{ state: 'forgotten' }, { state: 'forgotten' }])
    expect([await provider.bill(next), await provider.flow(next)]).toMatchObject([{ state: 'bill' }, { state: 'flow' }])
    await believed.stop()
  })
})

describe('a bill of the account that says something else', () => {
  const saying = (...rows: readonly FlowRow[]) => ({
    ...room().ports,
    provider: { ...town().provider, flow: async (): Promise<Flow> => ({ state: 'flow', rows }) },
  })
  const row = (direction: FlowRow['direction'], number: string, amountFen = 10_000): FlowRow => ({
    direction,
    numbers: ['elsewhere', number],
    amountFen: fen(amountFen),
  })
  const differences = async (...rows: readonly FlowRow[]) => {
    const compared = await compareFlow(saying(...rows), today())
    return compared.state === 'compared' ? compared.differences.map(({ what, amountFen }) => [what, amountFen]) : compared
  }

  it('is content with what it names by either number', async () => {
    const id = await arrived()
    const { bill } = (await payout()) ?? { bill: null }
    expect(await differences(row('out', id))).toEqual([])
    expect(await differences(row('out', bill ?? ''))).toEqual([])
  })

  it.each<[string, (id: string) => readonly FlowRow[], readonly unknown[]]>([
    ['nothing of it', () => [], [['not-in-the-bill', 10_000]]],
    ['that it was less', (id) => [row('out', id, 9_999)], [['other-amount', 9_999]]],
    ['that it went twice', (id) => [row('out', id), row('out', id)], [['other-amount', 20_000]]],
    [
      'that it came back',
      (id) => [row('in', id)],
      [
        ['came-back', -10_000],
        ['not-in-the-bill', 10_000],
      ],
    ],
    ['of others too', (id) => [row('out', id), row('out', 'nobody'), row('in', 'nobody')], []],
  ])('of one that has arrived: %s', async (_what, rows, expected) => {
    expect(await differences(...rows(await arrived()))).toEqual(expected)
  })

  it.each<[string, (id: string) => readonly FlowRow[], readonly unknown[]]>([
    ['that it went', (id) => [row('out', id)], [['not-in-our-book', 10_000]]],
    ['that it went and came back', (id) => [row('out', id), row('in', id)], []],
    ['that it came back', (id) => [row('in', id)], []],
    ['nothing of it', () => [], []],
  ])('of one that has failed: %s', async (_what, rows, expected) => {
    const id = await sent()
    sandbox().failPayout(id, 'ACCOUNT_FROZEN')
    await sandbox().notices.idle()
    expect(await differences(...rows(id))).toEqual(expected)
  })

  it.each<[string, Flow, object]>([
    ['is told to come back where an earlier day’s bill cannot be had', { state: 'unknown', code: 'no-answer' }, { state: 'unknown' }],
    ['is not held against one of whose day no bill is kept', { state: 'forgotten' }, { state: 'compared', differences: [] }],
    ['has a difference where no day knows of it', { state: 'flow', rows: [] }, { differences: [{ what: 'not-in-the-bill' }] }],
  ])('%s', async (_what, before, expected) => {
    sandbox().mischief.drop = true
    sandbox().confirm(await sent())
    nextDay()
    await room().runDue()
    const day = today()
    const flow = async (of: Temporal.PlainDate): Promise<Flow> => (of.equals(day) ? { state: 'flow', rows: [] } : before)
    const ports = { ...room().ports, provider: { ...town().provider, flow } }
    expect(await compareFlow(ports, day)).toMatchObject(expected)
  })
})
