import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { DomainEvent } from '../event.ts'
import { asId } from '../id.ts'
import { takeCancelled, takeHandedBack, takeMissed, takePaid } from '../statistics/testing/events.ts'
import { LIAO, NOW } from '../testing/builders.ts'
import { granted } from '../testing/outcome.ts'
import { appealPenalty, brokenBy, decideAppeal, givePenalty, talkOver } from './change-conduct.ts'
import { type Conduct, PENALTY_REASONS, type Penalty, type PenaltyRules } from './penalty.ts'
import { pausedUntil, pointsAt, toTalkOver, totalAt } from './weigh.ts'

const RULES: PenaltyRules = {
  from: Temporal.PlainDate.from('2026-11-01'),
  points: { 'no-show': 8, 'late-hand-back': 4, 'late-cancel': 4, 'late-pay': 12 },
  halveDays: 30,
  expireDays: 120,
  consequences: [
    { points: 12, kind: 'pause', hours: 24 },
    { points: 20, kind: 'pause', hours: 72 },
    { points: 24, kind: 'hall-first' },
  ],
  appealDays: 30,
}
const HOUR_MS = 3_600_000
const after = (days: number) => NOW.add({ milliseconds: Math.round(days * 24 * HOUR_MS) })
const NOBODY: Conduct = { id: LIAO, county: '350428', demo: false, penalties: [] }
const aPenalty = (about: Partial<Penalty> = {}): Penalty => ({
  ...{
    id: 'no-show:t1',
    reason: 'no-show',
    job: asId<'job'>('job-1'),
    jobNumber: '10244',
    at: NOW,
    points: 8,
    appeal: null,
    talkedOverAt: null,
  },
  ...about,
})
const given = ({ appeal: _appeal, points: _points, talkedOverAt: _talkedOverAt, ...penalty }: Penalty) => penalty
const give = (conduct: Conduct, penalty: Penalty, now = NOW) => givePenalty(conduct, given(penalty), { rules: RULES, now })

const penalties = fc
  .array(fc.record({ reason: fc.constantFrom(...PENALTY_REASONS), hours: fc.integer({ min: 0, max: 24 * 200 }) }), { maxLength: 12 })
  .map((rows) =>
    rows.map(({ reason, hours }, nth) =>
      aPenalty({ id: `${reason}:${nth}`, reason, points: RULES.points[reason], at: NOW.add({ hours }) }),
    ),
  )

const kept = (some: readonly Penalty[]) => some.reduce((conduct, penalty) => give(conduct, penalty, penalty.at).conduct, NOBODY)

describe('what a penalty weighs', () => {
  it.each([
    [0, 8],
    [29.9, 8],
    [30, 4],
    [60, 2],
    [90, 1],
    [119.9, 1],
    [120, 0],
    [-1, 0],
  ])('after %p days: %p', (days, points) => expect(pointsAt(aPenalty(), after(days), RULES)).toBe(points))

  it('is never more later, whatever it is', () => {
    const days = fc.integer({ min: 0, max: 200 * 24 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), days, days, (points, one, other) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)].map((hours) => NOW.add({ hours }))
        const penalty = aPenalty({ points })
        expect(pointsAt(penalty, later ?? NOW, RULES)).toBeLessThanOrEqual(pointsAt(penalty, earlier ?? NOW, RULES))
      }),
    )
  })
})

describe('giving a penalty', () => {
  it('twice, and in any order, is giving it once', () => {
    fc.assert(
      fc.property(penalties, fc.integer(), (some, seed) => {
        const shuffled = [...some, ...some].toSorted(
          (one, other) => ((one.at.epochMilliseconds + seed) % 7) - ((other.at.epochMilliseconds + seed) % 7),
        )
        const [once, often] = [kept(some), kept(shuffled)]
        expect(often.penalties.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(
          once.penalties.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
        )
        expect(totalAt(often.penalties, after(100), RULES)).toBe(totalAt(once.penalties, after(100), RULES))
      }),
    )
  })

  it.each([
    ['of before the rules', aPenalty({ at: Temporal.Instant.from('2026-10-31T23:59:59+08:00') }), NOW],
    ['that weighs nothing any more', aPenalty(), after(120)],
  ])('%s is giving none', (_what, penalty, now) => {
    expect(give(NOBODY, penalty, now)).toEqual({ conduct: NOBODY, events: [] })
  })

  it('says so, and whether a pause begins with it', () => {
    const one = give(NOBODY, aPenalty())
    const two = give(one.conduct, aPenalty({ id: 'late-hand-back:t2', reason: 'late-hand-back', at: after(1) }), after(1))
    const three = give(two.conduct, aPenalty({ id: 'no-show:t3', at: after(1.5) }), after(1.5))
    expect([one, two, three].map(({ events }) => events.map(({ facts }) => 'paused' in facts && facts.paused))).toEqual([
      [false],
      [true],
      [false],
    ])
  })
})

describe('a pause', () => {
  const two = [aPenalty(), aPenalty({ id: 'late-hand-back:t2', reason: 'late-hand-back', points: 4, at: after(1) })]
  it.each([
    ['one of them', two.slice(0, 1), 1, undefined],
    ['too many together', two, 1, after(2)],
    ['too many, a day ago', two, 2, undefined],
    ['far too many', [...two, aPenalty({ id: 'no-show:t3', at: after(1.5) })], 2, after(4.5)],
    ['too many, but far apart', [two[0], aPenalty({ id: 'late-hand-back:t2', points: 4, at: after(31) })], 31, undefined],
  ])('%s', (_what, some, days, until) => {
    expect(
      pausedUntil(
        some.flatMap((one) => one ?? []),
        after(days),
        RULES,
      ),
    ).toEqual(until)
  })

  it('has an end, at most the longest of the table after the last penalty', () => {
    fc.assert(
      fc.property(penalties, (some) => {
        const last = Math.max(0, ...some.map(({ at }) => at.epochMilliseconds))
        expect(pausedUntil(some, Temporal.Instant.fromEpochMilliseconds(last + 72 * HOUR_MS), RULES)).toBeUndefined()
      }),
    )
  })
})

describe('who comes to the hall first', () => {
  const missed = (nth: number, days: number) => aPenalty({ id: `no-show:t${nth}`, at: after(days) })
  const three = [missed(1, 0), missed(2, 1), missed(3, 2)]
  const due = (conduct: Conduct, days: number) => toTalkOver(conduct.penalties, after(days), RULES).map(({ id }) => id)
  const talk = (conduct: Conduct, seen: readonly string[], days = 3) =>
    talkOver(conduct, { seen, by: 'hall', cause: 'call-1', now: after(days), rules: RULES })

  it.each([
    ['has missed twice', three.slice(0, 2), 3, []],
    ['has missed three times', three, 3, ['no-show:t3']],
    ['has missed three times, and no pause runs any more', three, 20, ['no-show:t3']],
    ['missed so long ago that it weighs nothing', three, 2 + 120, []],
    ['missed three times, far apart', [missed(1, 0), missed(2, 1), missed(3, 31)], 32, []],
    ['missed once more, which was told before an older one', [missed(3, 2), missed(1, 0), missed(2, 1)], 3, ['no-show:t3']],
  ])('%s', (_who, some, days, expected) => expect(due(kept(some), days)).toEqual(expected))

  it('is told once, with the penalty that brings it about', () => {
    const told: unknown[] = []
    three.reduce((conduct, penalty) => {
      const next = give(conduct, penalty, penalty.at)
      told.push(...next.events.map(({ facts }) => 'hallFirst' in facts && facts.hallFirst))
      return next.conduct
    }, NOBODY)
    expect(told).toEqual([false, false, true])
  })

  it('is one of them no more once it was talked over; said twice is said once; and the next one brings it about again', () => {
    const seen = three.map(({ id }) => id)
    const { conduct, events } = granted(talk(kept(three), seen))
    expect(events).toMatchObject([{ type: 'conductTalkedOver', facts: { person: LIAO, seen, by: 'hall', isFree: true } }])
    expect(due(conduct, 3)).toEqual([])
    expect(totalAt(conduct.penalties, after(3), RULES)).toBe(24)
    expect(granted(talk(conduct, seen, 4))).toEqual({ conduct, events: [] })
    expect(due(give(conduct, missed(4, 5), after(5)).conduct, 6)).toEqual(['no-show:t4'])
  })

  it('stays one of them by what came while the hall was talking with him', () => {
    const conduct = kept([...three, missed(4, 2.5)])
    const talked = granted(
      talk(
        conduct,
        three.map(({ id }) => id),
      ),
    )
    expect(talked.events).toMatchObject([{ facts: { isFree: false } }])
    expect(due(talked.conduct, 3)).toEqual(['no-show:t4'])
  })

  it('is not one of them where an appeal has lifted what brought it about', () => {
    const lifted = kept(three).penalties.map((penalty, nth) =>
      nth === 0 ? { ...penalty, appeal: { state: 'lifted', why: 'illness', at: NOW, decidedAt: NOW, reason: '住院' } as const } : penalty,
    )
    expect(due({ ...NOBODY, penalties: lifted }, 3)).toEqual([])
  })

  it('is not let go by what he has never done', () => {
    expect(talk(kept(three), ['no-show:t3', 'no-show:of-another'])).toMatchObject({ ok: false, refusal: 'penalty-not-found' })
  })

  it('is held by nothing that weighs nothing, whatever it was', () => {
    fc.assert(
      fc.property(penalties, (some) => {
        const last = Math.max(0, ...some.map(({ at }) => at.epochMilliseconds))
        expect(toTalkOver(some, Temporal.Instant.fromEpochMilliseconds(last + 120 * 24 * HOUR_MS), RULES)).toEqual([])
      }),
    )
  })
})

describe('an appeal', () => {
  const appealed = (conduct: Conduct, id: string, at = NOW) =>
    granted(appealPenalty(conduct, { penalty: id, why: 'illness', now: at, rules: RULES })).conduct
  const decision = { points: 8, lifted: true, reason: '住院', by: 'hall', now: after(1) }

  it('lifts exactly its own points, and never lengthens a pause', () => {
    fc.assert(
      fc.property(penalties, fc.nat(), fc.integer({ min: 0, max: 24 * 250 }), (some, which, hours) => {
        const before = kept(some)
        const chosen = before.penalties[which % Math.max(1, before.penalties.length)]
        if (!chosen) return
        const { id, points, at } = chosen
        const lifted = granted(decideAppeal(appealed(before, id, at), { ...decision, penalty: id, points })).conduct
        const now = NOW.add({ hours })
        const own = pointsAt(chosen, now, RULES)
        expect(totalAt(lifted.penalties, now, RULES)).toBe(totalAt(before.penalties, now, RULES) - own)
        const [was, is] = [pausedUntil(before.penalties, now, RULES), pausedUntil(lifted.penalties, now, RULES)]
        if (is) expect(Temporal.Instant.compare(is, was ?? NOW)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('that is upheld changes no points', () => {
    const conduct = appealed(kept([aPenalty()]), 'no-show:t1')
    const upheld = granted(decideAppeal(conduct, { ...decision, penalty: 'no-show:t1', lifted: false })).conduct
    expect([totalAt(conduct.penalties, NOW, RULES), totalAt(upheld.penalties, NOW, RULES)]).toEqual([8, 8])
  })

  it.each([
    ['of no penalty', kept([]), NOW, 'penalty-not-found'],
    ['twice', appealed(kept([aPenalty()]), 'no-show:t1'), NOW, 'already-appealed'],
    ['after thirty days', kept([aPenalty()]), after(30), 'appeal-too-late'],
  ])('%s is refused', (_when, conduct, now, refusal) => {
    expect(appealPenalty(conduct, { penalty: 'no-show:t1', why: 'other', now, rules: RULES })).toMatchObject({ ok: false, refusal })
  })

  it.each([
    ['nobody has made', kept([aPenalty()]), decision, 'not-appealed'],
    ['looked at with other points', appealed(kept([aPenalty()]), 'no-show:t1'), { ...decision, points: 4 }, 'bad-request'],
    [
      'decided before',
      granted(decideAppeal(appealed(kept([aPenalty()]), 'no-show:t1'), { ...decision, penalty: 'no-show:t1' })).conduct,
      decision,
      'appeal-decided',
    ],
  ])('%s is not decided', (_which, conduct, how, refusal) => {
    expect(decideAppeal(conduct, { ...how, penalty: 'no-show:t1' })).toMatchObject({ ok: false, refusal })
  })
})

describe('who has broken his word', () => {
  const START = '2026-11-24T08:00:00+08:00'
  const at = (hoursBefore: number) =>
    Temporal.Instant.from(START)
      .subtract({ minutes: hoursBefore * 60 })
      .toString()
  const of = (event: DomainEvent) => brokenBy(event, 12)?.penalty.reason
  it.each([
    ['did not come', takeMissed({ at: at(0), of: 'x', startsAt: START }), 'no-show'],
    ['left half a day before', takeHandedBack({ at: at(12), of: 'x', startsAt: START }), 'late-hand-back'],
    ['left in time', takeHandedBack({ at: at(12.1), of: 'x', startsAt: START }), undefined],
    ['sent people away late', takeCancelled({ at: at(3), of: 'x', startsAt: START }), 'late-cancel'],
    ['sent people away in time', takeCancelled({ at: at(30), of: 'x', startsAt: START }), undefined],
    ['sent people away for the rain', takeCancelled({ at: at(3), of: 'x', startsAt: START, weather: true }), undefined],
    ['paid', takePaid({ at: at(0), of: 'x', startsAt: START }), undefined],
  ])('%s', (_who, event, reason) => expect(of(event)).toBe(reason))

  it('once for a job, however many he sent away', () => {
    const events = ['one', 'two'].map((take) => takeCancelled({ at: at(3), of: take, startsAt: START }))
    const ids = events.map((event) => brokenBy({ ...event, facts: { ...event.facts, job: 'the-job' } } as DomainEvent, 12)?.penalty.id)
    expect(new Set(ids)).toEqual(new Set(['late-cancel:the-job']))
  })
})

it('keeps no more than it may', () => {
  const many = Array.from({ length: 130 }, (_, nth) => aPenalty({ id: `no-show:${nth}` }))
  expect(kept(many).penalties.map(({ id }) => id)).toEqual(many.slice(30).map(({ id }) => id))
})
