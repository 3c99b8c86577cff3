import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import type { DomainEvent } from '../core/event.ts'
import { fen } from '../core/money.ts'
import { collection } from '../store/collection.ts'
import { EMPTY_OUTBOX, eventSchema, outboxFields, outboxIndex, withEvents, withoutEvents } from './outbox.ts'

const at = Temporal.Instant.from('2026-11-23T00:00:00Z')
const place = { township: '古镛镇', trade: '搬运', riskClass: 2, startsAt: '2026-11-24T01:00:00.000Z' }
const job = { ...place, job: 'J1', number: '10008', employer: 'E1' }

const published: DomainEvent = {
  id: 'jobPublished:J1',
  type: 'jobPublished',
  county: '350428',
  at,
  demo: false,
  facts: { ...job, seats: 3, holdFen: fen(30_000) },
}
const cancelled: DomainEvent = {
  id: 'jobCancelled:J1',
  type: 'jobCancelled',
  county: '350428',
  at: at.add({ hours: 1 }),
  demo: true,
  facts: { ...job, seats: 3, workers: ['W1', 'W2'], unpaid: false },
}

describe('outbox', () => {
  it.each([published, cancelled])('stores and reads back $id as it was', (event) => {
    const stored: unknown = JSON.parse(JSON.stringify(z.encode(eventSchema, event)))
    expect(stored).toMatchObject({ at: event.at.toString({ smallestUnit: 'millisecond' }) })
    expect(z.decode(eventSchema, stored as z.input<typeof eventSchema>)).toEqual(event)
  })

  it.each([
    ['an unknown type', { ...published, type: 'jobVanished' }],
    ['a field of no event', { ...published, phone: '13800000000' }],
    ['facts within facts', { ...published, facts: { person: { name: '廖大山' } } }],
  ])('refuses %s', (_what, event) => {
    expect(z.safeEncode(eventSchema, event as DomainEvent).success).toBe(false)
  })

  it('can be spread into a declared collection', () => {
    const things = collection({
      name: 'things',
      schema: z.strictObject({ id: z.string(), county: z.string(), version: z.int(), ...outboxFields }),
      indexes: { ...outboxIndex },
    })
    expect(things.indexes).toEqual({ outbox: ['county', 'outboxSince'] })
  })

  it('says since when something waits, from the first event to the last handled one', () => {
    const one = withEvents(EMPTY_OUTBOX, [published])
    const two = withEvents(one, [cancelled])
    expect(one.outboxSince).toEqual(at)
    expect(two).toEqual({ outbox: [published, cancelled], outboxSince: at })
    expect(withoutEvents(two, new Set([published.id]))).toEqual({ outbox: [cancelled], outboxSince: cancelled.at })
    expect(withoutEvents(two, new Set([published.id, cancelled.id]))).toEqual(EMPTY_OUTBOX)
  })

  it('leaves a document alone when nothing happened or nothing was handled', () => {
    const doc = { ...EMPTY_OUTBOX, name: 'x' }
    expect(withEvents(doc, [])).toEqual(doc)
    expect(withoutEvents(doc, new Set(['other']))).toBe(doc)
  })
})
