import { say } from '../copy/sayings.ts'
import { type Command, privately, remembering } from '../dialogue/turn.ts'
import { refused } from './refused.ts'
import { saidNumber } from './which-job.ts'

const ORDERS_SHOWN = 5
const PAST_STATES = ['settled', 'cancelled', 'expired']

/** 我的单: what is still going on comes first, then the newest of what is over. */
export const myOrders: Command = async (turn) => {
  const mine = await turn.api('myJobs', { query: {} })
  if (!mine.ok) return refused(mine)
  const going = <Job extends { state: string }>(jobs: readonly Job[]) =>
    [...jobs].sort((a, b) => Number(PAST_STATES.includes(a.state)) - Number(PAST_STATES.includes(b.state))).slice(0, ORDERS_SHOWN)
  const { posted, taken } = mine.value
  if (posted.length + taken.length === 0) return privately(say('noOrders'))
  return privately(say('orders', { posted: going(posted), taken: going(taken) }))
}

/** 看1025: looking never grabs. */
export const seeJob: Command = async (turn) => {
  const number = saidNumber(turn)
  if (number === undefined) return myOrders(turn)
  const seen = await turn.api('seeJob', { params: { number } })
  if (!seen.ok) return refused(seen)
  return remembering(turn, privately(say('detail', { job: seen.value })), { shown: [number] })
}

/** 2 after a list: the second job of it. */
export const choose: Command = async (turn) => {
  const number = turn.session.shown[(turn.line.slots.option ?? 0) - 1]
  if (number === undefined) return privately(say('help', { roles: turn.person?.roles ?? [] }))
  return seeJob({ ...turn, line: { ...turn.line, slots: { jobNo: number } } })
}

export const seeWallet: Command = async (turn) => {
  const wallet = await turn.api('seeWallet', {})
  return wallet.ok ? privately(say('wallet', { wallet: wallet.value })) : refused(wallet)
}

export const seeMe: Command = async ({ person }) =>
  person ? privately(say('me', person)) : refused({ ok: false, refusal: 'not-registered', facts: {} })
