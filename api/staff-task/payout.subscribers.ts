import type { DomainEvent } from '../core/event.ts'
import { asId, type PersonId } from '../core/id.ts'
import { payoutFailureOf } from '../core/payment/payout-failure.ts'
import type { OpenStaffTask } from '../core/staff-task/staff-task.ts'
import { STAFF_TASK_NOTE } from './staff-task-copy.ts'

interface PayoutTaskParts {
  readonly openTask: OpenStaffTask
  readonly closeTask: (key: string, done: { readonly by: string; readonly note: string }) => Promise<void>
  readonly isHeld: (payout: string) => Promise<boolean>
  readonly personById: (id: PersonId) => Promise<{ readonly township: string } | undefined>
}

export const payoutLookKey = (payout: string): string => `payout-look:${payout}`

/** Much money that wants to leave waits for somebody of the hall; nobody needs to look at what its owner has taken back. */
export const createPayoutTaskSubscriber = ({ openTask, closeTask, isHeld, personById }: PayoutTaskParts) => ({
  name: 'payout-tasks',
  on: ['payoutHeld', 'payoutFailed'] as const,
  async run({ type, facts }: DomainEvent<'payoutHeld' | 'payoutFailed'>): Promise<void> {
    const { payout, worker, amountFen } = facts
    const key = payoutLookKey(payout)
    if (type === 'payoutFailed') {
      if (payoutFailureOf(facts.code) === 'taken-back') await closeTask(key, { by: '', note: STAFF_TASK_NOTE.takenBack })
      return
    }
    if (!(await isHeld(payout))) return
    const township = (await personById(asId<'person'>(worker)))?.township ?? ''
    await openTask({ key, kind: 'payout-look', subject: payout, facts: { payout, worker, amountFen }, township })
  },
})
