import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { heard, type Remembered, remembered } from './forget.ts'
import type { Mark } from './mark.ts'
import type { Addition } from './measure.ts'
import { type Doings, difference, SUBJECT_KINDS, type SubjectKind, together } from './subject.ts'

const FIRST = Temporal.PlainDate.from('2024-01-01')
const dayAt = (at: number): string => FIRST.add({ days: at }).toString()

interface Told {
  /** When one hears of it, in days. */
  readonly at: number
  readonly doings: Doings
}

const markOn = (key: string, day: number, about: Partial<Mark>): Mark => ({
  ...{ key, at: `${dayAt(day)}T02:00:00.000Z`, day: dayAt(day), township: '古镛镇', trade: '搬运', riskClass: 3 },
  ...about,
})

/** A subject that does something every few days for two years; each is told up to five weeks late, some twice, some taken back before they begin. */
const life = fc
  .array(
    fc.record({
      after: fc.nat({ max: 40 }),
      late: fc.nat({ max: 34 }),
      twice: fc.boolean(),
      ahead: fc.nat({ max: 90 }),
      undone: fc.boolean(),
      about: fc.record({
        township: fc.constantFrom('古镛镇', '高唐镇'),
        trade: fc.constantFrom('搬运', '采摘'),
        employerType: fc.constantFrom('household' as const, 'coop' as const),
      }),
    }),
    { minLength: 5, maxLength: 40 },
  )
  .map((all) => {
    let day = 0
    return all
      .flatMap(({ after, late, twice, ahead, undone, about }, nth): Told[] => {
        day += after
        const doings = { marks: [markOn(`${nth}`, day, { ...about, until: dayAt(day + ahead) })], gone: [] }
        const told = [{ at: day + late, doings }, ...(twice ? [{ at: day + late + 20, doings }] : [])]
        return undone ? [...told, { at: day + Math.max(late, ahead), doings: { marks: [], gone: [`${nth}`] } }] : told
      })
      .sort((one, other) => one.at - other.at)
  })

function add(counts: Map<string, number>, additions: readonly Addition[]): void {
  for (const { township, trade, riskClass, measure, day, days = 1, by } of additions) {
    for (let after = 0; after < days; after += 1) {
      const key = JSON.stringify([township, trade, riskClass, measure, Temporal.PlainDate.from(day).add({ days: after }).toString()])
      counts.set(key, (counts.get(key) ?? 0) + by)
    }
  }
}

/** The counts after all of it was told, and how much was kept at most. */
function countsOf(kind: SubjectKind, told: readonly Told[], forgets: boolean) {
  const counts = new Map<string, number>()
  let known: Remembered = { marks: [], gone: [], since: '' }
  let most = 0
  for (const { doings } of told) {
    const next = together(known, heard(known, doings))
    add(counts, difference(kind, known, next))
    const whole = { ...next, since: known.since }
    known = forgets ? remembered(kind, whole) : whole
    most = Math.max(most, known.marks.length)
  }
  return { counts: [...counts].filter(([, count]) => count !== 0).sort(([one], [other]) => (one < other ? -1 : 1)), most }
}

describe('who is busy for years', () => {
  it.each(SUBJECT_KINDS)('comes to the same counts as a %s when what is long ago is forgotten', (kind) => {
    fc.assert(
      fc.property(life, (told) => {
        expect(countsOf(kind, told, true).counts).toEqual(countsOf(kind, told, false).counts)
      }),
      { numRuns: 30 },
    )
  })

  it('still knows the quarters of a year of which something is taken back in the next', () => {
    const once = (key: string, day: number, until = day): Told => ({
      at: day,
      doings: { marks: [markOn(key, day, { until: dayAt(until) })], gone: [] },
    })
    const told = [once('summer', 188), once('autumn', 305), once('winter', 359, 402), once('new year', 401), once('after', 404)]
    const all = [...told, { at: 405, doings: { marks: [], gone: ['winter'] } }]
    expect(countsOf('employer', all, true).counts).toEqual(countsOf('employer', all, false).counts)
  })

  it.each([
    ['worker', 70],
    ['employer', 90],
    ['pair', 400],
  ] as const)('is no more to be kept as a %s than of some months', (kind, most) => {
    const daily = (many: number) =>
      Array.from({ length: many }, (_, day) => ({ at: day, doings: { marks: [markOn(`${day}`, day, {})], gone: [] } }))
    expect(countsOf(kind, daily(500), true).most).toBeLessThanOrEqual(most)
  })

  it('is not told anew of what is long known', () => {
    const daily = Array.from({ length: 200 }, (_, day) => ({ marks: [markOn(`${day}`, day, {})], gone: [] }))
    let known: Remembered = { marks: [], gone: [], since: '' }
    for (const doings of daily) known = remembered('worker', { ...together(known, heard(known, doings)), since: known.since })
    expect(known.marks.length).toBeLessThan(100)
    for (const doings of daily.slice(0, 150)) expect(together(known, heard(known, doings)).marks).toEqual(known.marks)
  })
})
