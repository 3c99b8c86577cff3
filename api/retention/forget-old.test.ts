import { describe, expect, it } from '@jest/globals'
import { createAudit } from '../audit/audit.ts'
import { auditRows } from '../audit/audit-row.collection.ts'
import { keepMessages } from '../chat/keep-messages.ts'
import { keepSessions } from '../chat/keep-sessions.ts'
import { messages } from '../chat/message.collection.ts'
import { aChat, county } from '../chat/testing/a-chat.ts'
import { asId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { notices } from '../notice/notice.collection.ts'
import { notifications } from '../payment/notification.collection.ts'
import { timers } from '../schedule/timer.collection.ts'
import { forgetOld } from './forget-old.ts'
import { KEPT, RETENTION } from './retention.ts'

const aMoment = { milliseconds: 1 }
const line = (id: string) => ({ account: 'wx1', id })

function aRoom() {
  const chat = aChat()
  const inbox = keepMessages(chat, { freeze: ({ id }) => id, thaw: line })
  const left = async (state: 'received' | 'answered') => chat.store.count(messages, { index: 'state', county, equals: { state } })
  return { ...chat, ...inbox, sessions: keepSessions<object>(chat), left, forget: () => forgetOld(chat) }
}

describe('an answered line', () => {
  it('is known for days, because channels repeat, and then forgotten', async () => {
    const { receive, finish, forget, pass, left } = aRoom()
    await receive(line('m1'))
    await finish(line('m1'))
    pass({ hours: RETENTION.answeredLines.keptHours })
    await forget()
    expect([await left('answered'), await receive(line('m1'))]).toEqual([1, 'known'])
    pass(aMoment)
    await forget()
    expect(await left('answered')).toBe(0)
  })

  it('goes with no more than a page of others at a time', async () => {
    const { receive, finish, forget, pass, left } = aRoom()
    for (let n = 0; n <= LIMIT.pageSize; n += 1) {
      await receive(line(`m${n}`))
      await finish(line(`m${n}`))
    }
    pass({ hours: RETENTION.answeredLines.keptHours + 1 })
    await forget()
    expect(await left('answered')).toBe(1)
    await forget()
    expect(await left('answered')).toBe(0)
  })
})

it('a line nobody ever answered goes as well, with its words', async () => {
  const { receive, forget, pass, left } = aRoom()
  await receive(line('m1'))
  pass({ hours: RETENTION.answeredLines.keptHours })
  await forget()
  expect(await left('received')).toBe(1)
  pass(aMoment)
  await forget()
  expect(await left('received')).toBe(0)
})

it('a conversation is forgotten a day after its last line', async () => {
  const { sessions, forget, pass } = aRoom()
  await sessions.save('wx1/li', { n: 1 })
  pass({ hours: RETENTION.conversations.keptHours })
  await sessions.save('wx1/chen', { n: 2 })
  await forget()
  expect(await sessions.load('wx1/li')).toEqual({ n: 1 })
  pass(aMoment)
  await forget()
  expect([await sessions.load('wx1/li'), await sessions.load('wx1/chen')]).toEqual([undefined, { n: 2 }])
  await sessions.save('wx1/li', { n: 3 })
  expect(await sessions.load('wx1/li')).toEqual({ n: 3 })
})

it('where nothing is old nothing is written', async () => {
  const { receive, sessions, forget, store } = aRoom()
  await receive(line('m1'))
  await sessions.save('wx1/li', {})
  store.reset()
  await forget()
  expect(store.counts().writes).toBe(0)
})

const later = (at: Temporal.Instant, hours: number) => at.add({ hours })

describe('what is over', () => {
  it('is kept for its time and then forgotten: a notice that was sent, a timer that ran or was cleared, a callback that was heard', async () => {
    const { store, clock, forget } = aRoom()
    const at = clock.now()
    const head = { county, version: 1 as const }
    const notice = { ...head, kind: 'payout-done' as const, person: asId<'person'>('p'), amountFen: null, sendAt: at }
    const timer = { ...head, kind: 'remind', dueAt: at, failures: 0 }
    await store.insert(notices, { ...notice, id: 'sent', state: 'sent' })
    await store.insert(timers, { ...timer, id: 'ran', subject: 'a', wakeAt: null, ranFor: at })
    await store.insert(timers, { ...timer, id: 'cleared', subject: 'b', wakeAt: null, ranFor: null })
    await store.insert(timers, { ...timer, id: 'waits', subject: 'c', wakeAt: at, ranFor: null })
    await store.insert(notifications, { ...head, id: 'heard', about: 'P1', handledAt: at })
    const there = async () => {
      const found = [
        await store.get(notices, county, 'sent'),
        await store.get(timers, county, 'ran'),
        await store.get(timers, county, 'cleared'),
        await store.get(timers, county, 'waits'),
        await store.get(notifications, county, 'heard'),
      ]
      return found.flatMap((doc) => (doc === undefined ? [] : [doc.id]))
    }
    clock.at = later(at, RETENTION.sentNotices.keptHours)
    await forget()
    expect(await there()).toEqual(['sent', 'ran', 'cleared', 'waits', 'heard'])
    clock.at = clock.at.add(aMoment)
    await forget()
    expect(await there()).toEqual(['ran', 'cleared', 'waits'])
    clock.at = later(at, RETENTION.idleTimers.keptHours).add(aMoment)
    await forget()
    expect(await there()).toEqual(['waits'])
  })

  it('is never the audit, the book, a job, a payment, a policy or a person, however old', async () => {
    const kept = KEPT.map(({ of }) => of.name)
    for (const name of ['auditRows', 'entries', 'jobs', 'charges', 'payments', 'payouts', 'policies', 'people'])
      expect(kept).not.toContain(name)
    const { store, clock, forget, pass } = aRoom()
    const actor = { role: 'staff', id: 'hall' } as const
    await createAudit({ store, county, clock })({ key: 'k', actor, action: 'set-credit-line', subjects: [], facts: { limitFen: 1 } })
    pass({ hours: 100 * 365 * 24 })
    await forget()
    expect(await store.count(auditRows, { index: 'line', county })).toBe(1)
  })
})
