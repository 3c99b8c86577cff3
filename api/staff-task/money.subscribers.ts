import type { DomainEvent } from '../core/event.ts'
import { fen } from '../core/money.ts'
import type { OpenStaffTask } from '../core/staff-task/staff-task.ts'
import { payOf } from '../core/take/pay-agreed.ts'
import type { JobDesk } from '../job/edit-job.ts'

interface MoneyTaskParts {
  readonly desk: Pick<JobDesk, 'byId'>
  readonly openTask: OpenStaffTask
}

type Told = DomainEvent<'payContested' | 'refundFailed' | 'jobInArrears'>

/** Money that waits for a person's word: a quarrel about pay, a refund that cannot arrive, an employer who does not pay. */
export const createMoneyTaskSubscriber = ({ desk, openTask }: MoneyTaskParts) => ({
  name: 'money-tasks',
  on: ['payContested', 'refundFailed', 'jobInArrears'] as const,
  async run(event: Told): Promise<void> {
    if (event.type === 'payContested') return disputed(event)
    if (event.type === 'jobInArrears') return owing(event)
    const { refund, payment, amountFen, code } = event.facts
    return openTask({ key: event.id, kind: 'refund-stuck', subject: refund, facts: { refund, payment, amountFen, code } })

    async function owing({ id, facts: { employer, job, owedFen } }: DomainEvent<'jobInArrears'>): Promise<void> {
      const township = (await desk.byId(job))?.terms.township ?? ''
      await openTask({ key: id, kind: 'arrears', subject: job, facts: { employer, job, owedFen }, township })
    }

    async function disputed({ id, facts: { job, take, amountFen } }: DomainEvent<'payContested'>): Promise<void> {
      const doc = await desk.byId(job)
      const seat = doc?.takes.find((each) => each.id === take)
      if (doc === undefined || seat === undefined) return
      const payFen = payOf(doc, seat)
      const facts = { job, take, payFen, deductFen: fen(Math.max(0, payFen - amountFen)) }
      await openTask({ key: id, kind: 'pay-disputed', subject: take, facts, township: doc.terms.township })
    }
  },
})
