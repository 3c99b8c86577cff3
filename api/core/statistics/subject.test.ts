import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Mark } from './mark.ts'
import type { Addition } from './measure.ts'
import { type Doings, difference, SUBJECT_KINDS, type SubjectKind, together } from './subject.ts'
import { plainLevels } from './testing/plain-levels.ts'

const NOTHING: Doings = { marks: [], gone: [] }

function mark(key: string, day: string, about: Partial<Mark> = {}): Mark {
  return { key, at: `${day}T02:00:00.000Z`, day, township: '古镛镇', trade: '搬运', riskClass: 3, ...about }
}

/** Each day by itself; a run of them never leaves its month. */
const eachDay = (additions: readonly Addition[]): readonly Addition[] =>
  additions.flatMap(({ days = 1, ...addition }) =>
    Array.from({ length: days }, (_, after) => {
      const day = Temporal.PlainDate.from(addition.day).add({ days: after }).toString()
      if (!day.startsWith(addition.day.slice(0, 7))) throw new Error(`a run of days leaves its month: ${addition.day} and ${days} days`)
      return { ...addition, day }
    }),
  )

/** The counts at one spot after some doings have come to light one by one. */
function countsOf(kind: SubjectKind, told: readonly Doings[]) {
  const counts = new Map<string, number>()
  let known = NOTHING
  for (const one of told) {
    const next = together(known, one)
    for (const { township, trade, riskClass, measure, day, by } of eachDay(difference(kind, known, next))) {
      const key = JSON.stringify([township, trade, riskClass, measure, day])
      counts.set(key, (counts.get(key) ?? 0) + by)
    }
    known = next
  }
  return new Map([...counts].filter(([, count]) => count !== 0).sort(([one], [other]) => (one < other ? -1 : 1)))
}

const did = (...marks: readonly Mark[]): Doings => ({ marks, gone: [] })
const undid = (...gone: readonly string[]): Doings => ({ marks: [], gone })
const inCounty = (additions: readonly Addition[]) => eachDay(additions).filter(({ township, trade }) => township === null && trade === null)

describe('an active worker', () => {
  const daysOf = (...days: readonly string[]) =>
    inCounty(difference('worker', NOTHING, did(...days.map((day, at) => mark(`m${at}`, day)))))
      .map(({ day }) => day)
      .sort()

  it('is one on his day and the 29 days after it', () => {
    const days = daysOf('2026-11-01')
    expect([days.length, days[0], days.at(-1)]).toEqual([30, '2026-11-01', '2026-11-30'])
  })

  it('is one, not two, where the days of two doings meet', () => {
    expect(daysOf('2026-11-01', '2026-11-10')).toHaveLength(39)
    expect(daysOf('2026-11-01', '2026-12-24')).toHaveLength(60)
  })

  it('is no longer one by what was taken back, in whatever order one hears of it', () => {
    const told = [did(mark('taken:a', '2026-11-01')), undid('taken:a')]
    expect([countsOf('worker', told).size, countsOf('worker', told.toReversed()).size]).toEqual([0, 0])
  })
})

describe('an employer who posts', () => {
  it('is one in each bucket of each size, in each township and trade', () => {
    const told = did(mark('a', '2026-11-23'), mark('b', '2026-11-24'), mark('c', '2026-11-30', { township: '高唐镇' }))
    const counts = [...countsOf('employer', [told])].map(([key]): unknown => JSON.parse(key))
    const of = (bucket: string, township: string | null) =>
      counts.filter((key) => Array.isArray(key) && key[0] === township && key[1] === null && key[3] === `employersActive:${bucket}`).length
    expect(['day', 'week', 'month', 'quarter', 'year'].map((bucket) => of(bucket, null))).toEqual([3, 2, 1, 1, 1])
    expect(['week', 'month'].map((bucket) => [of(bucket, '古镛镇'), of(bucket, '高唐镇')])).toEqual([
      [1, 1],
      [1, 1],
    ])
  })
})

describe('a pair that works together again', () => {
  const repeats = (...days: readonly string[]) =>
    inCounty(difference('pair', NOTHING, did(...days.map((day, at) => mark(`take-${at}`, day)))))
      .map(({ day }) => day)
      .sort()

  it.each([
    ['once', ['2026-01-01'], []],
    ['twice on a day', ['2026-01-01', '2026-01-01'], ['2026-01-01']],
    ['after 180 days', ['2026-01-01', '2026-06-30'], ['2026-06-30']],
    ['after 181 days', ['2026-01-01', '2026-07-01'], []],
    ['again and again', ['2026-01-01', '2026-05-01', '2026-09-01'], ['2026-05-01', '2026-09-01']],
  ])('%s', (_when, days, expected) => {
    expect(repeats(...days)).toEqual(expected)
  })
})

describe('whatever comes to light in whatever order', () => {
  const day = fc.integer({ min: 0, max: 500 }).map((after) => Temporal.PlainDate.from('2026-01-01').add({ days: after }).toString())
  const where = fc.record({
    ...{ township: fc.constantFrom('古镛镇', '高唐镇'), trade: fc.constantFrom('搬运', '采摘') },
    employerType: fc.constantFrom('household', 'coop', undefined),
  })
  const doings = fc
    .uniqueArray(fc.record({ key: fc.nat({ max: 30 }).map(String), day, where, gone: fc.boolean() }), {
      selector: ({ key }) => key,
      maxLength: 8,
    })
    .map((all) => all.flatMap((one) => [did(mark(one.key, one.day, one.where)), ...(one.gone ? [undid(one.key)] : [])]))

  it.each(['worker', 'employer'] as const)('the counts of a %s are those of whoever counts day by day', (kind) => {
    fc.assert(
      fc.property(doings, (told) => {
        const counted = [...countsOf(kind, told)].map(([key, count]) => {
          const [township, trade, riskClass, measure, day] = JSON.parse(key)
          return `${count} ${measure} ${day} ${JSON.stringify({ township, trade, riskClass })}`
        })
        expect(new Set(counted)).toEqual(new Set([...plainLevels(kind, told.reduce(together, NOTHING))].map((one) => `1 ${one}`)))
      }),
      { numRuns: 40 },
    )
  })

  it.each(SUBJECT_KINDS)('the counts of a %s add up to the same', (kind) => {
    const shuffled = doings.chain((told) =>
      fc.tuple(fc.constant(told), fc.shuffledSubarray([...told, ...told], { minLength: 2 * told.length, maxLength: 2 * told.length })),
    )
    fc.assert(
      fc.property(shuffled, ([told, again]) => {
        const all = told.reduce(together, NOTHING)
        expect(countsOf(kind, again)).toEqual(countsOf(kind, [all]))
      }),
      { numRuns: 60 },
    )
  })
})
