import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import type { Due } from '../job/due.ts'
import { fen } from '../money.ts'
import { at } from '../testing/builders.ts'
import { type Age, ageOf, arrearsIn } from './ageing.ts'

/** Monday, ten in the morning. */
const SINCE = '2026-11-23T10:00:00+08:00'

describe('the age of a debt', () => {
  it.each<[string, string, Age | undefined]>([
    ['the moment it falls due', '2026-11-23T10:00:00+08:00', undefined],
    ['the next day, short of a whole one', '2026-11-24T09:59:59.999+08:00', undefined],
    ['a day later', '2026-11-24T10:00:00+08:00', 'days1To3'],
    ['the last moment of the third day', '2026-11-26T23:59:59.999+08:00', 'days1To3'],
    ['the first moment of the fourth', '2026-11-27T00:00:00+08:00', 'days4To7'],
    ['the last moment of the seventh', '2026-11-30T23:59:59.999+08:00', 'days4To7'],
    ['the first moment of the eighth', '2026-12-01T00:00:00+08:00', 'days8To30'],
    ['the last moment of the thirtieth', '2026-12-23T23:59:59.999+08:00', 'days8To30'],
    ['the first moment of the thirty-first', '2026-12-24T00:00:00+08:00', 'over30Days'],
    ['years later', '2029-02-28T10:00:00+08:00', 'over30Days'],
  ])('%s', (_when, now, age) => {
    expect(ageOf(at(SINCE), at(now))).toBe(age)
  })

  it('counts the county’s days, not those of the world', () => {
    const late = '2026-11-23T23:30:00+08:00'
    expect(ageOf(at(late), at('2026-11-24T23:29:59+08:00'))).toBeUndefined()
    expect(ageOf(at(late), at('2026-11-26T23:59:00+08:00'))).toBe('days1To3')
    expect(ageOf(at(late), at('2026-11-27T00:00:00+08:00'))).toBe('days4To7')
  })
})

describe('arrears', () => {
  const due = (about: Partial<Due>): Due => ({
    take: asId('take-1'),
    worker: asId('li'),
    kind: 'pay',
    amountFen: fen(10_000),
    since: at(SINCE),
    bill: 1,
    state: 'open',
    settledAt: null,
    ...about,
  })
  const now = at('2026-12-24T12:00:00+08:00')

  it('are what is open and old enough, each by its age, to so many people', () => {
    const dues = [
      due({}),
      due({ amountFen: fen(500), kind: 'compensation' }),
      due({ worker: asId('chen'), since: at('2026-12-20T10:00:00+08:00'), amountFen: fen(7) }),
      due({ worker: asId('chen'), since: at('2026-12-22T10:00:00+08:00'), amountFen: fen(30) }),
      due({ worker: asId('liao'), since: at('2026-12-10T10:00:00+08:00'), amountFen: fen(200) }),
      due({ worker: asId('deng'), since: at('2026-12-24T00:00:00+08:00'), amountFen: fen(90_000) }),
      due({ worker: asId('wu'), state: 'paid' }),
      due({ worker: asId('hu'), state: 'cash' }),
    ]
    expect(arrearsIn(dues, now)).toEqual({
      owedFen: 10_737,
      byAge: { days1To3: 30, days4To7: 7, days8To30: 200, over30Days: 10_500 },
      workers: 3,
      since: at(SINCE),
    })
  })

  it.each([
    ['nothing is owed', []],
    ['all is paid', [due({ state: 'paid' }), due({ state: 'cash' })]],
    ['all is young', [due({ since: at('2026-12-24T00:00:00+08:00') })]],
  ])('are none when %s', (_when, dues) => {
    expect(arrearsIn(dues, now)).toBeUndefined()
  })
})
