import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { AlertView } from '@linggong/api/contract/alert.contract.ts'
import { instantText } from '@linggong/api/core/clock.ts'
import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { aCounty, MORNING, sameRing } from '../kit/a-county.ts'
import { askAsStaff, HALL } from '../kit/seat-staff.ts'

type Town = Awaited<ReturnType<typeof aCounty>>

let towns: Town[]
let town: Town

/** Two processes over one database. */
beforeEach(async () => {
  const store = openSqlite({ file: ':memory:' })
  towns = [await aCounty({ store, ring: sameRing() }), await aCounty({ store, ring: sameRing() })]
  const [first] = towns
  if (first === undefined) throw new Error('two towns')
  town = first
})
afterEach(async () => {
  for (const each of towns) await each.playMoney.stop().then(() => each.county.stop())
  await town.county.store.close()
})

async function alerts(query: object = {}): Promise<readonly AlertView[]> {
  const answer = await askAsStaff(town, 'listAlerts', { query })
  if (!answer.ok) throw new Error(answer.refusal)
  return (answer.value as { alerts: readonly AlertView[] }).alerts // by the contract
}

/** Both processes see the clock move on, and sweep at once. */
async function pass(duration: Temporal.DurationLike): Promise<void> {
  for (const each of towns) each.clock.at = each.clock.at.add(duration)
  await Promise.all(towns.map(({ county }) => county.sweep({ leaveSeconds: 0 })))
  for (const each of towns) await each.settle()
}

const refuseChild = (key: string) =>
  town.county.client.registerPerson(
    {
      body: {
        role: 'worker',
        name: '王小明',
        idNumber: anIdNumber('20120101'),
        phone: '13759800001',
        consent: true,
      },
    },
    { contact: 'test/child', key },
  )

describe('by the clock', () => {
  beforeEach(async () => {
    for (const { county } of towns) await county.windStatistics()
  })

  it('an hour is looked at once, whoever sweeps, and again with what has come since', async () => {
    expect(await refuseChild('a')).toMatchObject({ refusal: 'under-age' })
    await pass({ minutes: 35 })
    const [alert, ...others] = await alerts()
    expect([alert?.rule, alert?.numbers[0]?.value, alert?.steps.length, others]).toEqual(['child-refused', 1, 1, []])
    await pass({ hours: 1 })
    expect((await alerts())[0]?.steps).toHaveLength(1)
    await refuseChild('b')
    await pass({ hours: 1 })
    expect((await alerts()).map(({ numbers, steps }) => [numbers[0]?.value, steps.length])).toEqual([[2, 2]])
  })

  it('days without power are looked at one after the other', async () => {
    await refuseChild('a')
    await pass({ hours: 24 * 3 })
    expect((await alerts()).map(({ rule, from }) => [rule, from])).toEqual([['child-refused', '2026-11-23']])
    const next = await town.county.timers.nextWake()
    expect(next && instantText(next)).toBe('2026-11-26T00:05:00.000Z')
  })
})

describe('with what happens', () => {
  /** Tearing down is class 5: nobody may start it without cover, and this county lets him. */
  it('dangerous work without cover is known at once, acknowledged and closed by the hall', async () => {
    const [employer = ''] = await town.people('boss', 1, 'employer')
    const [worker = ''] = await town.people('hand', 1, 'worker', '1980-01-01')
    const body = {
      ...{ trade: '拆除', content: '拆墙', seats: 1, pay: { amountFen: 20_000, unit: 'job' as const } },
      ...{ startsAt: MORNING.add({ hours: 1 }).toString(), place: '古镛镇' },
    }
    const by = (contact: string, key: string) => ({ contact, key })
    const posted = await town.county.client.postJob({ body }, by(employer, 'post'))
    if (!posted.ok) throw new Error(posted.refusal)
    const { number } = posted.value
    await town.county.client.publishJob({ params: { number } }, by(employer, 'publish'))
    await town.settle()
    expect(await town.county.client.takeJob({ params: { number } }, by(worker, 'take'))).toMatchObject({ ok: true })
    expect(await town.county.client.startWork({ params: { number }, body: { code: '4821' } }, by(worker, 'start'))).toMatchObject({
      ok: true,
    })
    await town.settle()
    const [alert] = await alerts({ rule: 'high-risk-uninsured' })
    expect(alert).toMatchObject({ state: 'new', subject: number, urgent: true, numbers: [{ value: 1 }] })
    const params = { id: alert?.id }
    expect(await askAsStaff(town, 'acknowledgeAlert', { params, body: {} })).toMatchObject({ value: { state: 'acknowledged' } })
    const body2 = { note: '已补保' }
    expect(await askAsStaff(town, 'closeAlert', { params, body: body2 }, HALL)).toMatchObject({ value: { state: 'closed' } })
    expect(await alerts({ state: 'new' })).toEqual([])
  })
})
