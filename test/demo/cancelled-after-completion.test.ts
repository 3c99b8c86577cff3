import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { statisticsQuery } from '@linggong/api/contract/statistics.contract.ts'
import type { DomainEvent } from '@linggong/api/core/event.ts'
import { asId } from '@linggong/api/core/id.ts'
import { cancelJob } from '@linggong/api/core/job/cancel-job.ts'
import type { JobChange } from '@linggong/api/core/job/change.ts'
import type { Job } from '@linggong/api/core/job/job.ts'
import type { Result } from '@linggong/api/core/result.ts'
import { retellJob } from '@linggong/api/core/statistics/retell-job.ts'
import { confirmWork } from '@linggong/api/core/take/confirm-work.ts'
import { finishWork } from '@linggong/api/core/take/finish-work.ts'
import { handBack, undoTake } from '@linggong/api/core/take/give-up.ts'
import { markPaid } from '@linggong/api/core/take/mark-paid.ts'
import { startWork } from '@linggong/api/core/take/start-work.ts'
import { takeJob } from '@linggong/api/core/take/take-job.ts'
import { anOpenJob, at, CAI, CHEN, LATE_RULE, LIAO } from '@linggong/api/core/testing/builders.ts'
import { aStaffActor } from '@linggong/api/core/testing/staff.ts'
import { jobs, newJobDoc } from '@linggong/api/job/job.collection.ts'
import { figuresInChat } from '@linggong/api/statistics/figures-in-chat.ts'
import { createFolder } from '@linggong/api/statistics/folder.ts'
import { queryMetric } from '@linggong/api/statistics/query-metric.ts'
import { recompute } from '@linggong/api/statistics/recompute.ts'
import { seeOverview } from '@linggong/api/statistics/see-overview.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { EVERYTHING, figuresPath } from '@linggong/grafana/plugin/src/asked.ts'

const ZHAO = asId<'person'>('zhao')
const { county } = anOpenJob()
const NOW = at('2026-11-28T10:00:00+08:00')
const asking = { now: NOW, maySeeSmall: true }

/** A job for three at 100 yuan: one hands his seat back, two work from 8 to 16 on the 12th and are confirmed in its last second. */
function told(): { job: Job; events: readonly DomainEvent[]; refused: readonly string[] } {
  const published = at('2026-11-10T08:00:00+08:00')
  let job = anOpenJob({
    publishedAt: published,
    postedAt: published,
    terms: { startsAt: at('2026-11-12T08:00:00+08:00'), endsAt: at('2026-11-12T16:00:00+08:00') },
  })
  /** As the publishing said; the rest is said by the rules. */
  const events: DomainEvent[] = retellJob(job).filter(({ type }) => type === 'jobPublished')
  const refused: string[] = []
  const then = (decision: Result<JobChange>): void => {
    if (!decision.ok) throw new Error(decision.refusal)
    job = decision.value.job
    events.push(...decision.value.events)
  }
  const tried = (decision: Result<JobChange>): void => void refused.push(decision.ok ? 'done' : decision.refusal)
  const cancel = (when: string) => tried(cancelJob(job, { employer: CAI, now: at(when), rule: LATE_RULE }))
  const birthDay = Temporal.PlainDate.from('1980-01-01')
  for (const [nth, worker] of [LIAO, CHEN, ZHAO].entries()) {
    const take = asId<'take'>(`take-${nth}`)
    then(takeJob(job, { take, worker, now: published.add({ minutes: 10 + nth }), birthDay, licences: [], busy: [] }))
  }
  then(handBack(job, { worker: ZHAO, now: at('2026-11-11T08:00:00+08:00') }))
  for (const worker of [LIAO, CHEN]) then(startWork(job, { worker, code: job.startCode, now: at('2026-11-12T07:55:00+08:00') }))
  cancel('2026-11-12T12:00:00+08:00')
  for (const worker of [LIAO, CHEN]) then(finishWork(job, { worker, now: at('2026-11-12T16:00:00+08:00') }))
  cancel('2026-11-12T17:00:00+08:00')
  then(confirmWork(job, { employer: CAI, now: at('2026-11-12T15:59:59Z') }))
  cancel('2026-11-12T16:00:00Z')
  tried(handBack(job, { worker: LIAO, now: at('2026-11-12T16:00:00Z') }))
  tried(undoTake(job, { worker: CHEN, now: at('2026-11-12T16:00:00Z') }))
  for (const take of [0, 1]) then(markPaid(job, { take: asId<'take'>(`take-${take}`), now: at('2026-11-12T16:00:05Z') }))
  cancel('2026-11-13T09:00:00+08:00')
  return { job, events, refused }
}

/** Worked out by hand, of November and of its 12th and 13th. */
const EXPECTED = [
  ['jobs_posted', 1, [0, 0]],
  ['orders_completed', 2, [2, 0]],
  ['amount_settled', 20_000, [0, 20_000]],
  ['person_days', 2, [2, 0]],
  ['fill_rate', 2 / 3, [2 / 3, null]],
  ['cancel_rate', 1 / 3, [1 / 3, null]],
  ['no_show_rate', 0, [0, null]],
  ['insurance_coverage', 0, [0, null]],
  ['paid_on_time_rate', 1, [null, 1]],
  ['repeat_hire_rate', 0, [0, null]],
] as const

describe('a job that its employer cancels after it is done', () => {
  const { job, events, refused } = told()
  const store = openSqlite({ file: ':memory:' })
  const fresh = openSqlite({ file: ':memory:' })
  beforeAll(async () => {
    await store.insert(jobs, newJobDoc(job, 'told'))
    await createFolder(store)(events)
  })
  afterAll(() => Promise.all([store.close(), fresh.close()]))

  const month = {
    county,
    from: Temporal.PlainDate.from('2026-11-01'),
    to: Temporal.PlainDate.from('2026-12-01'),
    breakdown: 'none',
  } as const

  it('stays done: every way of taking it back is refused', () => {
    expect(refused).toEqual(['cancel-too-late', 'cancel-too-late', 'job-over', 'already-started', 'already-started', 'job-over'])
  })

  it('comes out the same when it is counted anew', async () => {
    expect((await recompute({ store, county, fresh })).differences).toEqual([])
  })

  it.each(EXPECTED)(
    '%s is what it was worked out to be, in the API, the plug-in, the page, the chat and counted anew',
    async (metric, all, days) => {
      const api = await queryMetric(store, { ...month, metric, bucket: 'month' }, asking)
      expect(api).toMatchObject({ value: { rows: [{ value: all }] } })

      const stretch = { fromMs: at('2026-11-12T00:00:00+08:00').epochMilliseconds, toMs: at('2026-11-13T23:59:59+08:00').epochMilliseconds }
      const path = figuresPath({ metric, breakdown: 'none', bucket: 'day', region: EVERYTHING, trade: EVERYTHING }, stretch)
      const { from, to, ...query } = statisticsQuery.parse(Object.fromEntries(new URL(path, 'http://api').searchParams))
      const range = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
      const plugIn = await queryMetric(store, { ...query, ...range, county, metric }, asking)
      expect(plugIn.ok && plugIn.value.rows.map(({ value }) => value)).toEqual(days)

      const page = await seeOverview(store, { county, by: 'month' }, asking)
      expect(page.ok && page.value.figures.find((figure) => figure.metric.id === metric)?.now?.value).toBe(all)

      const chat = await figuresInChat({ store, county, now: NOW }, aStaffActor(), { metrics: [metric], by: 'month', breakdown: 'none' })
      expect(chat).toMatchObject({ value: { figures: [{ now: { value: all } }] } })

      const anew = await queryMetric(fresh, { ...month, metric, bucket: 'month' }, asking)
      expect(anew).toMatchObject({ value: { rows: [{ value: all }] } })
    },
  )
})
