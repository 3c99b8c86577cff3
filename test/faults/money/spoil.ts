import { cancelJob } from '@linggong/api/core/job/cancel-job.ts'
import { insureJob } from '@linggong/api/core/policy/insure-job.ts'
import { answerPay } from '@linggong/api/core/take/answer-pay.ts'
import { confirmWork } from '@linggong/api/core/take/confirm-work.ts'
import { finishWork } from '@linggong/api/core/take/finish-work.ts'
import { handBack, undoTake } from '@linggong/api/core/take/give-up.ts'
import { payForHours } from '@linggong/api/core/take/pay-agreed.ts'
import { proposePay } from '@linggong/api/core/take/propose-pay.ts'
import { settleAmounts, settleByStaff } from '@linggong/api/core/take/settle-amounts.ts'
import { startWork } from '@linggong/api/core/take/start-work.ts'
import { takeJob } from '@linggong/api/core/take/take-job.ts'
import type { Subscriber } from '@linggong/api/event/handling.ts'
import type { JobDesk } from '@linggong/api/job/edit-job.ts'
import type { PaymentProvider } from '@linggong/api/payment/port.ts'
import type { Store } from '@linggong/api/store/port.ts'
import type { Ledger } from '@linggong/api/wallet/ledger.ts'

/** The pure decisions by which people act on a job. */
export const RULES = {
  ...{ insureJob, takeJob, undoTake, handBack, startWork, finishWork, confirmWork, cancelJob },
  ...{ proposePay, answerPay, settleAmounts, settleByStaff, payForHours },
} as const
export type Rules = typeof RULES

/** What the timers run, by kind. */
export type Tasks = Readonly<Record<string, (subject: string) => Promise<void>>>

/** Where a defect may be planted: at the outermost edge of a port or a rule, by putting something else around the right one. */
export interface Spoil {
  readonly store?: (store: Store) => Store
  readonly provider?: (provider: PaymentProvider) => PaymentProvider
  readonly ledger?: (ledger: Ledger) => Ledger
  readonly desk?: (desk: JobDesk) => JobDesk
  readonly rules?: (rules: Rules) => Rules
  readonly tasks?: (tasks: Tasks, desk: JobDesk) => Tasks
  readonly subscribers?: (subscribers: readonly Subscriber[]) => readonly Subscriber[]
}

export const through = <T>(spoil: ((right: T) => T) | undefined, right: T): T => (spoil === undefined ? right : spoil(right))
