import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { say } from '../copy/sayings.ts'
import { type Command, privately, remembering } from '../dialogue/turn.ts'
import { refused } from './refused.ts'
import { saidNumber } from './which-job.ts'

const ORDERS_SHOWN = 5
const PAST_STATES = ['settled', 'cancelled', 'expired']
const isPast = ({ state }: JobView): boolean => PAST_STATES.includes(state)

/** 我的单: what is still going on comes first, then the newest of what is over. */
export const myOrders: Command = async (turn) => {
  const mine = await turn.api('myJobs', { query: {} })
  if (!mine.ok) return refused(mine)
  const { posted, taken } = mine.value
  if (posted.length + taken.length === 0) return privately(say('noOrders', { roles: turn.person?.roles ?? [] }))
  const isCut = posted.length > ORDERS_SHOWN || taken.length > ORDERS_SHOWN
  return privately(say('orders', { posted: goingFirst(posted), taken: goingFirst(taken), isCut }))
}

/** The soonest of what is to come first, of what is over the newest. */
function goingFirst(jobs: readonly JobView[]): readonly JobView[] {
  const coming = jobs.filter((job) => !isPast(job)).toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
  return [...coming, ...jobs.filter(isPast)].slice(0, ORDERS_SHOWN)
}

/** 收到: whoever has work to come hears once more when and where. */
export const acknowledge: Command = async (turn) => {
  const mine = turn.person?.roles.includes('worker') ? await turn.api('myJobs', { query: {} }) : undefined
  const next = mine?.ok ? mine.value.taken.findLast((job) => job.mine?.state === 'taken') : undefined
  return privately(next ? say('seeYou', { job: next }) : say('welcome'))
}

/** No job number has as few digits. */
const CODE_DIGITS = 4

/** 看1025: looking never grabs. */
export const seeJob: Command = async (turn) => {
  const number = saidNumber(turn) ?? turn.session.seen
  if (number === null || !/^\d+$/.test(number)) return myOrders(turn)
  const seen = await turn.api('seeJob', { params: { number } })
  if (seen.ok) return remembering(turn, privately(say('detail', { job: seen.value })), { seen: number })
  return number.length === CODE_DIGITS && seen.refusal === 'job-not-found' ? privately(say('isItCode', { digits: number })) : refused(seen)
}

/** 2 after a list: the second job of it. */
export const choose: Command = async (turn) => {
  const { shown } = turn.session
  if (shown.length === 0) return privately(say('help', { roles: turn.person?.roles ?? [] }))
  const number = shown[(turn.line.slots.option ?? 0) - 1]
  if (number === undefined) return privately(say('noSuchOption', { last: shown.length }))
  return seeJob({ ...turn, line: { ...turn.line, slots: { jobNo: number } } })
}

export const seeWallet: Command = async (turn) => {
  const wallet = await turn.api('seeWallet', {})
  if (!wallet.ok) return refused(wallet)
  const roles = turn.person?.roles ?? []
  const mine = roles.includes('worker') ? await turn.api('myJobs', { query: {} }) : undefined
  const awaited = mine?.ok ? mine.value.taken.filter((job) => job.mine?.state === 'finished') : []
  const hasWages = wallet.value.entries.length > 0 && (roles.includes('worker') || wallet.value.balanceFen > 0)
  const page = hasWages ? await turn.api('openPage', { body: { page: 'wallet' } }) : undefined
  return privately(say('wallet', { wallet: wallet.value, roles, awaited, url: page?.ok ? page.value.url : undefined }))
}

export const seeMe: Command = async ({ person }) =>
  person ? privately(say('me', person)) : refused({ ok: false, refusal: 'not-registered', facts: {} })
