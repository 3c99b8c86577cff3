import { LIMIT } from '@linggong/api/core/limit.ts'
import { confirmByClock, confirmWork } from '@linggong/api/core/take/confirm-work.ts'
import { finishWork } from '@linggong/api/core/take/finish-work.ts'
import { markPaid } from '@linggong/api/core/take/mark-paid.ts'
import { startWork } from '@linggong/api/core/take/start-work.ts'
import type { Take } from '@linggong/api/core/take/take.ts'
import type { Chance } from './chance.ts'
import { type ToldJob, thenTold } from './tell-job.ts'

/** How many employers leave it to the clock to confirm. */
const FORGETFUL_PERCENT = 12
const ON_TIME_MINUTES = 15
const CONFIRM_WITHIN_MINUTES = { least: 20, most: 110 }
const PAID_AFTER = { minutes: 1 }

/** Whoever holds a seat comes, works, is confirmed and paid; the job ends settled. */
export function finishJob(chance: Chance, begun: ToldJob): ToldJob {
  const { startsAt, endsAt } = begun.job.terms
  const { takes } = begun.job
  const arrivals = inOrder(chance, takes.length, startsAt.subtract({ minutes: ON_TIME_MINUTES }))
  const departures = inOrder(chance, takes.length, endsAt)
  const started = takes.reduce((told, { worker }, index) => {
    const now = arrivals[index] ?? startsAt
    return thenTold(told, startWork(told.job, { worker, code: told.job.startCode, now }))
  }, begun)
  const finished = takes.reduce((told, { worker }, index) => {
    const now = departures[index] ?? endsAt
    return thenTold(told, finishWork(told.job, { worker, now }))
  }, started)
  const { told, at } = confirmAll(chance, finished)
  return takes.reduce((paid, { id }) => thenTold(paid, markPaid(paid.job, { take: id, now: at.add(PAID_AFTER) })), told)
}

/** So many moments within a quarter of an hour, the earliest first. */
const inOrder = (chance: Chance, count: number, from: Temporal.Instant): readonly Temporal.Instant[] =>
  Array.from({ length: count }, () => chance.below(ON_TIME_MINUTES))
    .sort((one, other) => one - other)
    .map((minutes) => from.add({ minutes }))

function confirmAll(chance: Chance, finished: ToldJob): { told: ToldJob; at: Temporal.Instant } {
  const { employer, terms, takes } = finished.job
  if (chance.below(100) < FORGETFUL_PERCENT) {
    const at = terms.endsAt.add({ minutes: ON_TIME_MINUTES + LIMIT.remindAfterMinutes, hours: LIMIT.autoReleaseHours })
    const confirm = (told: ToldJob, { id }: Take) => thenTold(told, confirmByClock(told.job, { take: id, now: at }))
    return { told: takes.reduce(confirm, finished), at }
  }
  const at = terms.endsAt.add({ minutes: chance.between(CONFIRM_WITHIN_MINUTES.least, CONFIRM_WITHIN_MINUTES.most) })
  return { told: thenTold(finished, confirmWork(finished.job, { employer, now: at })), at }
}
