import { describe, expect, it } from '@jest/globals'
import { asId } from '../core/id.ts'
import { fold } from '../core/statistics/fold.ts'
import { NOW } from '../core/testing/builders.ts'
import { EMPTY_OUTBOX } from '../event/outbox.ts'
import type { CountedPerson } from './person.collection.ts'
import { retellFormer } from './retell-person.ts'

const worker: CountedPerson = {
  ...{ id: asId<'person'>('liao'), county: '350428', demo: false, roles: ['worker'], township: '古镛镇', ageBand: 50 },
  ...{ registeredAt: NOW, workerSince: NOW, townshipTold: null, movedFrom: null },
  ...{ channel: 'staff', verifiedSince: NOW },
}
const told = { township: '高唐镇', at: NOW.add({ hours: 1 }), asWorker: true }

/** What the counts of each place come to in the end. */
function left(person: CountedPerson): Readonly<Record<string, number>> {
  const events = retellFormer({ ...person, ...EMPTY_OUTBOX, version: 1, erasedAt: NOW.add({ hours: 48 }) })
  const sums: Record<string, number> = {}
  for (const { township, measure, by } of events.flatMap((event) => fold(event)?.additions ?? [])) {
    const place = `${township} ${measure
      .replace(/^workersRegistered|^workersErased/, 'workers')
      .replace(/^workersAged|^erasedAged/, 'aged')
      .replace(/^workersCame|^cameErased/, 'came')
      .replace(/^workersVerified|^verifiedErased/, 'verified')}`
    sums[place] = (sums[place] ?? 0) + by
  }
  return sums
}

describe('who was forgotten leaves nothing behind in any place', () => {
  it.each<[string, Partial<CountedPerson>]>([
    ['where he always lived', {}],
    ['where he told of late', { townshipTold: told }],
    ['where he told of before he worked', { townshipTold: { ...told, asWorker: false } }],
    ['where he was counted before he moved', { township: '万安镇', movedFrom: '古镛镇' }],
    ['where he told of late, before he moved', { township: '万安镇', movedFrom: '高唐镇', townshipTold: told }],
    ['where nobody knows', { township: '' }],
    ['of no known age', { ageBand: null }],
    ['of no known way', { channel: null }],
    ['never verified', { verifiedSince: null }],
    ['verified after he told where he lives', { townshipTold: told, verifiedSince: NOW.add({ hours: 2 }) }],
    ['verified before he told where he lives', { townshipTold: told, verifiedSince: NOW.add({ minutes: 30 }) }],
    ['verified as an employer', { verifiedSince: NOW.subtract({ hours: 2 }) }],
  ])('%s', (_where, about) => {
    const sums = left({ ...worker, ...about })
    expect(Object.keys(sums).length).toBeGreaterThan(1)
    expect(Object.values(sums).every((sum) => sum === 0)).toBe(true)
  })

  it('nor where he never was one', () => expect(left({ ...worker, roles: ['employer'], workerSince: null })).toEqual({}))
})
