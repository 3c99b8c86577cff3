import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { say } from '../copy/sayings.ts'
import type { ConfirmForm } from '../dialogue/session.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'
import { whichJob } from './which-job.ts'

const isAlive = ({ state }: JobView): boolean => state === 'open' || state === 'filled'

/** 撤单 shows what would come back and waits for 「确认」. */
export const cancelJob: Command = async (turn) => {
  const which = await whichJob(turn, { verb: 'cancel', among: ({ posted }) => posted.filter(isAlive) })
  if ('ask' in which) return which.ask
  const seen = await turn.api('seeJob', { params: which })
  if (!seen.ok) return refused(seen)
  if (!seen.value.isEmployer) return refused({ ok: false, refusal: 'not-your-job', facts: {} })
  return asking(turn, { action: 'cancel-job', ...which }, privately(say('askCancelJob', { job: seen.value })))
}

/** 买保险 shows the premium and waits for 「确认」. */
export const insureJob: Command = async (turn) => {
  const which = await whichJob(turn, { verb: 'insure', among: ({ posted }) => posted.filter((job) => isAlive(job) && !job.insured) })
  if ('ask' in which) return which.ask
  const quote = await turn.api('quotePremium', { params: which })
  if (!quote.ok) return refused(quote)
  if (quote.value.booked) return refused({ ok: false, refusal: 'already-insured', facts: {} })
  return asking(turn, { action: 'insure-job', ...which }, privately(say('askInsure', { quote: quote.value })))
}

const asking = (turn: Turn, act: Omit<ConfirmForm, 'kind'>, outcome: Outcome): Outcome =>
  remembering(turn, outcome, { form: { kind: 'confirm', ...act } })

const ACTS: { readonly [Action in ConfirmForm['action']]: (turn: Turn, number: string) => Promise<Outcome> } = {
  'hand-back': async ({ api }, number) => {
    const handedBack = await api('handBack', { params: { number } })
    return handedBack.ok ? privately(say('handedBack', { number })) : refused(handedBack)
  },
  'cancel-job': async ({ api }, number) => {
    const cancelled = await api('cancelJob', { params: { number } })
    return cancelled.ok ? privately(say('jobCancelled', { job: cancelled.value })) : refused(cancelled)
  },
  'insure-job': async ({ api }, number) => {
    const insured = await api('insureJob', { params: { number } })
    return insured.ok ? privately(say('insured', { quote: insured.value })) : refused(insured)
  },
}

/** 「确认」 does what was asked for last, once; the form is gone afterwards whatever came of it. */
export async function confirmed(turn: Turn, { action, number }: ConfirmForm): Promise<Outcome> {
  return remembering(turn, await ACTS[action](turn, number), { form: null })
}
