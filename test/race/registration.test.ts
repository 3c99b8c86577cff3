import { describe, expect, it } from '@jest/globals'
import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'
import { bindPayee } from '@linggong/api/person/bind-payee.ts'
import { aPersonRoom } from '@linggong/api/person/testing/person-room.ts'
import { openMongo } from '@linggong/api/store/mongo/open-mongo.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

const [LIAO, CHEN] = ['simulator/liao', 'simulator/chen']
const EMPLOYER = { role: 'employer' as const }
const no = (refusal: string) => expect.objectContaining({ ok: false, refusal })
const ROUNDS = Array.from({ length: 10 }, (_, round) => round)

/** Two processes over one store, in a county of their own. */
async function race<R>(open: () => Promise<Store>, run: (here: Room, there: Room) => Promise<R>) {
  const room = aPersonRoom({ store: await open(), county: `race-${Math.random().toString(36).slice(2)}` })
  const there = { ...room, ...room.aProcess() }
  const answers = await run(room, there)
  const [stored, events] = [await room.stored(), await room.events()]
  await room.clear()
  await room.store.close()
  return { answers, stored, events }
}

type Room = ReturnType<typeof aPersonRoom>

function registrationRaces(open: () => Promise<Store>): void {
  it.each(ROUNDS)('(%d) give one ID number to exactly one of two contacts that say not all the same', async () => {
    const another = { phone: '19900000009' }
    const { answers, stored, events } = await race(open, (here, there) =>
      Promise.all([here.register(LIAO, 'm1'), there.register(CHEN, 'm2', another)]),
    )
    expect(answers.filter(({ ok }) => ok).length).toBe(1)
    expect(answers).toContainEqual(no('id-number-in-use'))
    expect([stored.length, events.length]).toEqual([1, 1])
  })

  it.each(ROUNDS)('(%d) give one contact to exactly one of two ID numbers', async () => {
    const another = { idNumber: anIdNumber('19810101') }
    const { answers, stored } = await race(open, (here, there) =>
      Promise.all([here.register(LIAO, 'm1'), there.register(LIAO, 'm2', another)]),
    )
    expect(answers.filter(({ ok }) => ok).length).toBe(1)
    expect(answers).toContainEqual(no('already-registered'))
    expect(stored.length).toBe(1)
  })

  it.each(ROUNDS)('(%d) give a contact that asks for both roles at once both, in one person', async () => {
    const { answers, stored, events } = await race(open, (here, there) =>
      Promise.all([here.register(LIAO, 'm1'), there.register(LIAO, 'm2', EMPLOYER)]),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(stored.map(({ roles }) => [...roles].sort())).toEqual([['employer', 'worker']])
    expect(events.length).toBe(2)
  })

  it.each(ROUNDS)('(%d) give one account for payouts to exactly one of two people', async () => {
    const another = { idNumber: anIdNumber('19810101'), name: '陈小旺' }
    const { answers, stored } = await race(open, async (here, there) => {
      await Promise.all([here.register(LIAO, 'm1'), there.register(CHEN, 'm2', another)])
      const [liao, chen] = await Promise.all([LIAO, CHEN].map((contact) => here.people.byContact(contact)))
      if (liao === undefined || chen === undefined) throw new Error('both have registered')
      const bind = (room: Room, person: typeof liao.id) => bindPayee(room.ports, { person, openid: 'o-both', cause: `link-${person}` })
      return await Promise.all([bind(here, liao.id), bind(there, chen.id)])
    })
    expect(answers.filter(({ ok }) => ok).length).toBe(1)
    expect(answers).toContainEqual(no('payee-in-use'))
    expect(stored.map(({ payee }) => payee === null).sort()).toEqual([false, true])
  })

  it('answer the same message alike, however often and wherever it comes in', async () => {
    const { answers, stored, events } = await race(open, (here, there) =>
      Promise.all(Array.from({ length: 16 }, (_, copy) => (copy % 2 === 0 ? here : there).register(LIAO, 'm1'))),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.ok).toBe(true)
    expect([stored.length, events.length]).toEqual([1, 1])
  })
}

describe('registrations at once, on SQLite,', () => registrationRaces(async () => openSqlite({ file: ':memory:' })))

describeWhere('mongodb', 'registrations at once, on MongoDB,', () =>
  registrationRaces(() => openMongo({ url: mongodbUrl ?? '', database: `registrations_${crypto.randomUUID().replaceAll('-', '')}` })),
)
