import type { PayoutView } from '@linggong/api/contract/payout.contract.ts'
import type { WalletView } from '@linggong/api/contract/wallet.contract.ts'
import { fen } from '@linggong/api/core/money.ts'
import { checkPayout } from '@linggong/api/core/payment/check-payout.ts'
import { PAYMENT_LIMIT } from '@linggong/api/core/payment/payment-limit.ts'
import { readPayoutAmount } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import type { TakeBackForm, WithdrawForm } from '../dialogue/session.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** 提现300, 取三百, 提现: says how much and waits for 「确认」. While one waits for its owner's word there is no other. */
export const payOut: Command = async (turn) => {
  const wallet = await turn.api('seeWallet', {})
  if (!wallet.ok) return refused(wallet)
  const [open] = wallet.value.payouts
  if (open !== undefined) return showOpen(turn, open)
  const asked = readPayoutAmount(turn.message.text, turn.line.slots.amountFen)
  const { balanceFen } = wallet.value
  if (balanceFen < PAYMENT_LIMIT.leastPayoutFen) return privately(say('tooLittleToPayOut', { balanceFen }))
  if (asked === 'unclear') return privately(say('unclearPayout', { balanceFen }))
  return askPayout(turn, wallet.value, asked === 'all' ? balanceFen : asked)
}

/** What the API would refuse is told before it is asked for, in the same words. */
async function askPayout(turn: Turn, { balanceFen, payeeFrom }: WalletView, amountFen: number): Promise<Outcome> {
  const from = payeeFrom === null ? undefined : Temporal.Instant.from(payeeFrom)
  const checked = checkPayout(amountFen, { balanceFen: fen(balanceFen), payeeFrom: from, now: turn.now })
  if (!checked.ok) return checked.refusal === 'payee-missing' ? bindPayee(turn) : refused(checked)
  return remembering(turn, privately(say('askPayout', { amountFen, isAll: amountFen === balanceFen })), {
    form: { kind: 'withdraw', amountFen },
  })
}

/** 200, said instead of 「确认」: less, or more, as far as there is. */
export async function askOtherPayout(turn: Turn, amountFen: number | 'all'): Promise<Outcome> {
  const wallet = await turn.api('seeWallet', {})
  return wallet.ok ? askPayout(turn, wallet.value, amountFen === 'all' ? wallet.value.balanceFen : amountFen) : refused(wallet)
}

/** 「确认」 sends what was asked for last, once; it is done when its owner has said so on its page. */
export async function payOutConfirmed(turn: Turn, { amountFen }: WithdrawForm): Promise<Outcome> {
  const payout = await turn.api('requestPayout', { body: { amountFen } })
  if (!payout.ok) return payout.refusal === 'payee-missing' ? bindPayee(turn) : refused(payout)
  const { state, failure } = payout.value
  if (state === 'done') return privately(say('payoutArrived', { amountFen }))
  if (state === 'failed') return privately(say('payoutFailed', { amountFen, failure: failure ?? 'failed' }))
  if (state === 'held') return privately(say('payoutHeld', { amountFen }))
  const url = await addressOf(turn, payout.value)
  return privately(url === undefined ? say('payoutUnderWay', { amountFen }) : say('payoutToConfirm', { amountFen, url }))
}

async function showOpen(turn: Turn, open: PayoutView): Promise<Outcome> {
  const { amountFen } = open
  if (open.state === 'held') return privately(say('payoutHeld', { amountFen }))
  const url = open.state === 'waiting' || open.state === 'sending' ? await addressOf(turn, open) : undefined
  return privately(url === undefined ? say('payoutUnderWay', { amountFen }) : say('payoutOpen', { amountFen, url }))
}

async function addressOf({ api }: Turn, { payout }: PayoutView): Promise<string | undefined> {
  const page = await api('openPage', { body: { page: 'payout', payout } })
  return page.ok ? page.value.url : undefined
}

/** 绑定收款微信: the address of the page on which the account is named. */
export const bindPayee: Command = async (turn) => {
  const page = await turn.api('openPage', { body: { page: 'payee' } })
  if (!page.ok) return refused(page)
  const wallet = await turn.api('seeWallet', {})
  return privately(say('bindPayee', { url: page.value.url, isFirst: !wallet.ok || wallet.value.payeeFrom === null }))
}

/** 取消提现: asks once more; the money has not left. */
export const takeBackPayout: Command = async (turn) => {
  const wallet = await turn.api('seeWallet', {})
  if (!wallet.ok) return refused(wallet)
  const [open] = wallet.value.payouts
  if (open === undefined) return privately(say('noPayoutOpen'))
  const { amountFen, payout } = open
  return remembering(turn, privately(say('askTakeBack', { amountFen })), { form: { kind: 'take-back', payout } })
}

export async function takeBackConfirmed({ api }: Turn, { payout }: TakeBackForm): Promise<Outcome> {
  const taken = await api('cancelPayout', { params: { id: payout } })
  if (!taken.ok) return refused(taken)
  const { state, amountFen } = taken.value
  return privately(state === 'failed' ? say('takenBack', { amountFen }) : say('payoutUnderWay', { amountFen }))
}
