import type { WageSlipView } from '../contract/statutory.contract.ts'
import { instantText } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import { fen, subtractFen } from '../core/money.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { sumOfPayments, type Wage, wageOf } from '../core/wage/wage.ts'
import { paymentKeys, readPayments, type WageBooks } from './paid-wages.ts'

type SlipBooks = Pick<WageBooks, 'ledger' | 'jobByNumber'>

/** The wage of the worker's newest seat on a job, once something of it has been paid. */
export async function wageForWorker(books: SlipBooks, number: string, worker: PersonId): Promise<Result<Wage>> {
  const job: Job | undefined = await books.jobByNumber(number)
  if (job === undefined || job.state === 'draft') return refuse('job-not-found')
  const take = job.takes.findLast((each) => each.worker === worker)
  if (take === undefined) return refuse('no-take')
  const payments = await readPayments(books, paymentKeys(job, take))
  return payments.length === 0 ? refuse('not-paid') : accept(wageOf(job, take, payments))
}

/** 工资条: a wage in the words of the wire. */
export function wageSlipOf(wage: Wage, employerName: string): WageSlipView {
  const { number, trade, content, startsAt, endsAt, startedAt, finishedAt, time, items, payFen, payments } = wage
  const { grossFen, taxFen, netFen } = sumOfPayments(payments)
  return {
    ...{ number, trade, content, employerName, payFen, taxFen, netFen, days: time.days, minutes: time.minutes },
    startsAt: instantText(startsAt),
    endsAt: instantText(endsAt),
    startedAt: startedAt && instantText(startedAt),
    finishedAt: finishedAt && instantText(finishedAt),
    earned: [...items.earned],
    deducted: [...items.deducted],
    openFen: fen(Math.max(0, subtractFen(payFen, grossFen))),
    payments: payments.map((payment) => ({
      at: instantText(payment.at),
      netFen: subtractFen(payment.grossFen, payment.taxFen),
      by: payment.by,
    })),
  }
}
