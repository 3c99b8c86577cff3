import type { JobView, TakeView } from '@linggong/api/contract/job.contract.ts'
import { isPlainConfirmation } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import { type Command, type Outcome, privately, type Turn } from '../dialogue/turn.ts'
import { asking, confirmFinished } from './confirmed-acts.ts'
import { answerOffer, hasOffer, payCash } from './offer-pay.ts'
import { payCodes } from './pay-codes.ts'
import { refused } from './refused.ts'
import { settleAmounts } from './settle-work.ts'
import { whichJob } from './which-job.ts'

const isClear = ({ state, proposal, contested }: TakeView): boolean => state === 'finished' && proposal === null && !contested
const hasFinished = ({ takes }: JobView): boolean => takes.some(({ state }) => state === 'finished')
const waiting = { verb: 'confirm', among: ({ posted }: { posted: readonly JobView[] }) => posted.filter(hasFinished) } as const

/** 确认完工 is the employer's confirmation itself; whatever only sounds like it shows the bill first. */
export const confirmWork: Command = async (turn) => {
  const which = await whichJob(turn, waiting)
  if ('ask' in which) return which.ask
  return isPlainConfirmation(turn.message.text) ? confirmFinished(turn, which.number) : showBill(turn, which.number)
}

const isToBePaid = (job: JobView): boolean =>
  job.state === 'unpaid' || hasFinished(job) || job.takes.some(({ owedFen }) => owedFen > 0) || (job.coverAsked && isOut(job))
const CASH = /现金|现钱/u
const OVER: readonly string[] = ['settled', 'cancelled', 'expired']
const isOut = ({ state }: JobView): boolean => state === 'open' || state === 'filled' || state === 'working'
const toPay = { verb: 'pay', among: ({ posted }: { posted: readonly JobView[] }) => posted.filter(isToBePaid) } as const

/** 付款, 结账, 给他们结了: what the employer owes the provider, with codes to pay by; else the bill by person, which waits for 「确认」. */
export const payWorkers: Command = async (turn) => {
  if (CASH.test(turn.message.text)) return payCash(turn)
  if (turn.person && !turn.person.roles.includes('employer')) return privately(say('payComesBy', turn.county.hall))
  const which = await whichJob(turn, toPay)
  if ('ask' in which) return which.ask
  const owed = await turn.api('payJob', { params: which })
  if (owed.ok) return payCodes(owed.value.orders)
  return owed.refusal === 'nothing-to-pay' ? showBill(turn, which.number) : refused(owed)
}

/** Whoever is named with an amount gets that; a plain 结账 pays everybody what was agreed. */
async function showBill(turn: Turn, number: string): Promise<Outcome> {
  const seen = await turn.api('seeJob', { params: { number } })
  if (!seen.ok) return refused(seen)
  const job = seen.value
  if (!job.isEmployer) return refused({ ok: false, refusal: 'not-your-job', facts: {} })
  if (!hasFinished(job)) return refused({ ok: false, refusal: OVER.includes(job.state) ? 'nothing-to-pay' : 'not-finished', facts: {} })
  const settling = settleAmounts(turn, job)
  if (settling) return settling
  if (!job.takes.some(isClear)) return refused({ ok: false, refusal: 'pay-under-discussion', facts: {} })
  return asking(turn, { action: 'confirm-work', number }, say('askConfirmWork', { job }))
}

/** 「好」 when nothing was asked: whoever was offered something agrees to it; an employer whose workers have finished most likely means them, and sees the bill first. */
export const confirmNothing: Command = async (turn) => {
  if (turn.person && (await hasOffer(turn))) return answerOffer(turn, true)
  const mine = turn.person?.roles.includes('employer') ? await turn.api('myJobs', { query: {} }) : undefined
  return mine?.ok && mine.value.posted.some(hasFinished) ? payWorkers(turn) : privately(say('nothingToConfirm'))
}
