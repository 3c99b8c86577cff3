import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { asId } from '../id.ts'
import type { Job } from '../job/job.ts'
import { LIMIT } from '../limit.ts'
import { anOpenJob, aTake, CAI, CHEN, LIAO, NOW } from '../testing/builders.ts'
import { granted, happened } from '../testing/outcome.ts'
import { type Rate, rateTakes, showRatings } from './rate-takes.ts'

const [first, second] = [asId<'take'>('take-1'), asId<'take'>('take-2')]
const PAID = { state: 'paid', paidAt: NOW } as const
const OVER = NOW.add({ hours: LIMIT.rateHours })
const aPaidJob = (...takes: Job['takes']): Job => anOpenJob({ state: 'settled', takes: takes.length > 0 ? takes : [aTake(PAID)] })
const saying = (by: Rate['by'], stars = 5, about: Partial<Rate['ratings'][number]> & { now?: Rate['now'] } = {}): Rate => {
  const { now = NOW, ...said } = about
  return { by, now, ratings: [{ stars, text: '', ...said }] }
}

describe('rating the other side', () => {
  it.each([
    ['before it is paid', anOpenJob({ state: 'done', takes: [aTake({ state: 'confirmed' })] }), saying(LIAO), 'not-settled'],
    ['by somebody who was not there', aPaidJob(), saying(CHEN), 'no-take'],
    ['of somebody who was not there', aPaidJob(), saying(CAI, 5, { take: second }), 'no-take'],
    ['after 72 hours', aPaidJob(), saying(LIAO, 5, { now: OVER }), 'rating-over'],
    ['once both are shown', aPaidJob(aTake({ ...PAID, ratingsShownAt: NOW })), saying(LIAO), 'rating-over'],
  ])('is refused %s', (_when, job, rate, refusal) => expect(rateTakes(job, rate)).toMatchObject({ ok: false, refusal }))

  it('stays sealed while only one has rated, and may be said otherwise', () => {
    const once = granted(rateTakes(aPaidJob(), saying(LIAO, 1, { text: '拖欠' })))
    const again = granted(rateTakes(once.job, saying(LIAO, 4)))
    expect(again.events).toEqual([])
    expect(again.job.takes).toMatchObject([{ ratedByWorker: { stars: 4, text: '' }, ratedByEmployer: null, ratingsShownAt: null }])
  })

  it('is shown with the second word, and is then as it is', () => {
    const one = granted(rateTakes(aPaidJob(), saying(LIAO, 4)))
    const both = granted(rateTakes(one.job, saying(CAI, 5, { now: NOW.add({ hours: 1 }) })))
    expect(both.job.takes[0]?.ratingsShownAt).toEqual(NOW.add({ hours: 1 }))
    expect(both.events).toMatchObject([{ id: 'ratingsShown:take-1', facts: { workerStars: 4, employerStars: 5 } }])
    expect(rateTakes(both.job, saying(LIAO, 1))).toMatchObject({ refusal: 'rating-over' })
  })

  it('rates everybody who can still be rated alike where none is named', () => {
    const job = aPaidJob(aTake(PAID), aTake({ ...PAID, id: second, worker: CHEN }), aTake({ id: asId<'take'>('take-3'), state: 'missed' }))
    const { takes } = granted(rateTakes(job, saying(CAI, 5))).job
    expect(takes.map(({ ratedByEmployer }) => ratedByEmployer?.stars)).toEqual([5, 5, undefined])
  })

  it('changes nothing where one of several words is refused', () => {
    const ratings = [
      { take: first, stars: 5, text: '' },
      { take: second, stars: 1, text: '' },
    ]
    expect(rateTakes(aPaidJob(), { by: CAI, ratings, now: NOW })).toMatchObject({ ok: false, refusal: 'no-take' })
  })
})

describe('the end of the three days', () => {
  const shown = (job: Job, now = OVER) => granted(showRatings(job, { take: first, now }))

  it('shows what one side has said, and that the other has not', () => {
    const { job } = granted(rateTakes(aPaidJob(), saying(LIAO, 2)))
    expect(shown(job, OVER.subtract({ seconds: 1 })).events).toEqual([])
    const change = shown(job, OVER.add({ minutes: 7 }))
    expect(change.job.takes[0]?.ratingsShownAt).toEqual(OVER)
    expect(change.events).toMatchObject([{ at: OVER, facts: { workerStars: 2, employerStars: 0, employerRatedAt: '' } }])
    expect(shown(change.job).events).toEqual([])
  })

  it('counts what nobody has rated, too', () => expect(happened(shown(aPaidJob()))).toEqual(['ratingsShown']))
})

it('shows a take once, in whatever order words and clock come, and keeps the last word of each before that', () => {
  const step = fc.oneof(
    fc.record({ by: fc.constantFrom(CAI, LIAO), stars: fc.integer({ min: 1, max: 5 }), hours: fc.integer({ min: 0, max: 80 }) }),
    fc.record({ hours: fc.integer({ min: 0, max: 80 }) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let job = aPaidJob()
      let shown = 0
      const last: Record<string, number> = {}
      for (const each of steps.toSorted((one, other) => one.hours - other.hours)) {
        const now = NOW.add({ hours: each.hours })
        const isOpen = job.takes[0]?.ratingsShownAt === null && each.hours < LIMIT.rateHours
        const decision = 'by' in each ? rateTakes(job, saying(each.by, each.stars, { now })) : showRatings(job, { take: first, now })
        if ('by' in each) expect(decision.ok).toBe(isOpen)
        if (!decision.ok) continue
        if ('by' in each) last[each.by] = each.stars
        shown += decision.value.events.length
        job = decision.value.job
      }
      const [take] = job.takes
      expect(shown).toBe(take?.ratingsShownAt === null ? 0 : 1)
      expect([take?.ratedByEmployer?.stars, take?.ratedByWorker?.stars]).toEqual([last[CAI], last[LIAO]])
    }),
  )
})
