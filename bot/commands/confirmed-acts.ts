import type { Saying } from '../copy/sayings.ts'
import { say } from '../copy/sayings.ts'
import type { ConfirmForm } from '../dialogue/session.ts'
import { type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { withCode } from './pay-codes.ts'
import { refused } from './refused.ts'

/** Says what would happen and waits for 「确认」. */
export const asking = (turn: Turn, act: Omit<ConfirmForm, 'kind'>, question: Saying): Outcome =>
  remembering(turn, privately(question), { form: { kind: 'confirm', ...act } })

const ACTS: { readonly [Action in ConfirmForm['action']]: (turn: Turn, act: ConfirmForm) => Promise<Outcome> } = {
  'hand-back': async ({ api }, { number }) => {
    const handedBack = await api('handBack', { params: { number } })
    return handedBack.ok ? privately(say('handedBack', { number })) : refused(handedBack)
  },
  'cancel-job': async ({ api }, { number, weather = false }) => {
    const cancelled = await api('cancelJob', { params: { number }, body: { weather } })
    return cancelled.ok ? privately(say('jobCancelled', { job: cancelled.value })) : refused(cancelled)
  },
  'insure-job': async ({ api }, { number }) => {
    const insured = await api('insureJob', { params: { number } })
    if (!insured.ok) return refused(insured)
    const { order, ...quote } = insured.value
    return order === null ? privately(say('insured', { quote })) : withCode(say('payNow', { order }), order)
  },
  'settle-work': async ({ api }, { number, amounts = [] }) => {
    const settled = await api('settleJob', { params: { number }, body: { amounts: [...amounts] } })
    return settled.ok ? privately(say('settled', { job: settled.value, amounts })) : refused(settled)
  },
  block: async ({ api }, { number, take }) => {
    const body = { kind: 'blocked' as const, ...(take === undefined ? {} : { take }) }
    const blocked = await api('tie', { params: { number }, body })
    return blocked.ok ? privately(say('blocked', { name: blocked.value.name })) : refused(blocked)
  },
  'confirm-work': async (turn, { number }) => confirmFinished(turn, number),
}

const OVER: readonly string[] = ['settled', 'cancelled', 'expired']

/** Pays whoever has finished. How many that were is known only before. */
export async function confirmFinished({ api }: Turn, number: string): Promise<Outcome> {
  const before = await api('seeJob', { params: { number } })
  if (!before.ok) return refused(before)
  if (before.value.isEmployer && OVER.includes(before.value.state)) return refused({ ok: false, refusal: 'job-over', facts: {} })
  const confirmed = await api('confirmWork', { params: { number } })
  if (!confirmed.ok) return refused(confirmed)
  const finished = new Set(before.value.takes.filter(({ state }) => state === 'finished').map(({ take }) => take))
  const paid = confirmed.value.takes.filter(({ take, state }) => finished.has(take) && state !== 'finished')
  return privately(say('confirmed', { job: confirmed.value, paid }))
}

/** 「确认」 does what was asked for last, once; the form is gone afterwards whatever came of it. */
export async function confirmed(turn: Turn, act: ConfirmForm): Promise<Outcome> {
  return remembering(turn, await ACTS[act.action](turn, act), { form: null })
}
