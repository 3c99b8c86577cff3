import type { DomainEvent } from '@linggong/api/core/event.ts'
import { asId } from '@linggong/api/core/id.ts'
import { type JobChange, withTake } from '@linggong/api/core/job/change.ts'
import type { Job } from '@linggong/api/core/job/job.ts'
import { fen } from '@linggong/api/core/money.ts'
import { accept, type Result } from '@linggong/api/core/result.ts'
import { answerPay } from '@linggong/api/core/take/answer-pay.ts'
import { confirmTakes } from '@linggong/api/core/take/confirm-work.ts'
import { payOf } from '@linggong/api/core/take/pay-agreed.ts'
import type { JobDesk } from '@linggong/api/job/edit-job.ts'
import type { Rules, Spoil } from '../money/spoil.ts'
import type { Defects } from './defect.ts'

const rules = (wrap: (right: Rules) => Partial<Rules>): Spoil => ({ rules: (right) => ({ ...right, ...wrap(right) }) })

/** A job that is changed a little more than was decided. */
const deciding = (change: (decided: JobChange, before: Job) => JobChange): Spoil => ({
  desk(right) {
    const spoiled =
      (decide: (job: Job) => Result<JobChange>) =>
      (job: Job): Result<JobChange> => {
        const decided = decide(job)
        return decided.ok && decided.value.job !== job ? accept(change(decided.value, job)) : decided
      }
    return {
      ...right,
      edit: (id, decide, how) => right.edit(id, spoiled(decide), how),
      editByNumber: (number, decide, how) => right.editByNumber(number, spoiled(decide), how),
    }
  },
})

const task = (kind: string, run: (desk: JobDesk, job: string, take: string) => Promise<unknown>): Spoil => ({
  tasks: (right, desk) => ({
    ...right,
    async [kind](subject: string) {
      const [job = '', take = ''] = subject.split(':')
      await run(desk, job, take)
    },
  }),
})

const now = Temporal.Instant.from('2026-11-26T00:00:00Z')

export const RULE_DEFECTS: Defects = {
  'part days that are rounded up': {
    breaks: 'An employer pays a fen for hours that nobody worked.',
    spoil: () => rules(({ payForHours }) => ({ payForHours: (job, take, said) => fen(payForHours(job, take, said) + 1) })),
    shows: 'a part of the day',
  },
  'a deduction that needs nobody’s word': {
    breaks: 'An employer names less than was agreed and the worker gets it.',
    spoil: () =>
      rules(({ settleAmounts }) => ({
        settleAmounts: (job, asked) =>
          settleAmounts(
            asked.amounts.reduce((doc, { take, amountFen }) => {
              const seat = doc.takes.find(({ id }) => id === take)
              return seat === undefined ? doc : withTake(doc, { ...seat, agreedFen: fen(amountFen) })
            }, job),
            asked,
          ),
      })),
    shows: 'a deduction that is met with silence',
  },
  'an offer that its maker may accept': {
    breaks: 'One side agrees with itself.',
    spoil: () =>
      rules(({ answerPay: right }) => ({
        answerPay(job, answer) {
          const by = job.takes.find(({ id }) => id === answer.take)?.proposal?.by
          return right(job, { ...answer, by: by === 'employer' ? 'worker' : 'employer' })
        },
      })),
    shows: 'a deduction that is met with silence',
  },
  'a no that is heard as a yes': {
    breaks: 'A worker who refuses a deduction is paid less all the same.',
    spoil: () => rules(({ answerPay: right }) => ({ answerPay: (job, answer) => right(job, { ...answer, yes: true }) })),
    shows: 'a deduction that is refused',
  },
  'silence that counts as consent': {
    breaks: 'A deduction that nobody answered in time is taken for agreed.',
    spoil: () =>
      task('lapse-proposal', (desk, job, take) =>
        desk.edit(asId<'job'>(job), (doc) => answerPay(doc, { take: asId<'take'>(take), by: 'worker', yes: true, now })),
      ),
    shows: 'a deduction that is met with silence',
  },
  'a clock that pays what is contested': {
    breaks: 'A quarrel ends by itself, before anybody of the hall has heard both sides.',
    spoil: () =>
      task('confirm-by-clock', (desk, job, take) =>
        desk.edit(asId<'job'>(job), (doc) => {
          const due = doc.takes.filter(({ id, state }) => id === take && state === 'finished').map(({ id }) => id)
          return accept(confirmTakes({ job: doc, events: [] }, due, { now, automatic: true, cash: false }))
        }),
      ),
    shows: 'a deduction that is refused',
  },
  'a clock that never runs out': {
    breaks: 'An employer who keeps silent keeps the worker’s pay.',
    spoil: () => task('confirm-by-clock', async () => undefined),
    shows: 'nobody confirms',
  },
  'the whole pay’s share for a late word': {
    breaks: 'A job of several days that is taken back late costs a share of all of them.',
    spoil: () => rules(({ cancelJob }) => ({ cancelJob: (job, asked) => cancelJob({ ...job, terms: { ...job.terms, days: 1 } }, asked) })),
    shows: 'taken back late',
  },
  'a late word that costs nothing': {
    breaks: 'Workers who lost their day to an employer’s late word get nothing.',
    spoil: () => rules(({ cancelJob }) => ({ cancelJob: (job, asked) => cancelJob(job, { ...asked, weather: true }) })),
    shows: 'taken back late',
  },
  'compensation out of an escrow that is not there': {
    breaks: 'An employer on credit is booked to have put aside what he owes.',
    spoil: () =>
      rules(({ cancelJob }) => ({
        cancelJob: (job, asked) => cancelJob(job.state === 'draft' ? job : { ...job, funding: 'escrow' }, asked),
      })),
    shows: 'taken back late, on credit',
  },
  'cash that leaves the debt standing': {
    breaks: 'A due that changed hands is asked for, and paid, once more when its bill is withdrawn.',
    spoil: () =>
      deciding(({ job, events }) => ({
        job: { ...job, dues: job.dues.map((due) => (due.state === 'cash' ? { ...due, state: 'open' } : due)) },
        events,
      })),
    shows: 'a bill withdrawn while it is paid',
  },
  'a job that opens before its money': {
    breaks: 'Workers take seats for which nothing was put aside.',
    spoil: () =>
      deciding(({ job, events }) => ({ job: job.state === 'unpaid' ? { ...job, state: 'open', publishedAt: now } : job, events })),
    shows: 'nobody ever pays',
  },
  'an end that nobody is told of': {
    breaks: 'What is left of a settled job never goes back.',
    spoil: () => deciding(({ job, events }) => ({ job, events: events.filter(({ type }) => type !== 'jobSettled') })),
    shows: 'a part of the day',
  },
  'overtime that is paid out of the escrow': {
    breaks: 'More is released for one seat than was put aside for it, at the cost of the others.',
    spoil: () =>
      deciding(({ job, events }) => ({
        job: { ...job, dues: [], owedSince: null },
        events: events.flatMap((event): readonly DomainEvent[] => {
          if (event.type === 'payDue') return []
          if (event.type !== 'takeConfirmed') return [event]
          const seat = job.takes.find(({ id }) => id === event.facts.take)
          return [seat === undefined ? event : { ...event, facts: { ...event.facts, heldFen: payOf(job, seat) } }]
        }),
      })),
    shows: 'more than agreed',
  },
}
