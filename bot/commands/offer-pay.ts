import type { JobView, TakeView } from '@linggong/api/contract/job.contract.ts'
import { inCounty } from '@linggong/api/core/clock.ts'
import type { ProposalKind } from '@linggong/api/core/take/proposal.ts'
import { say } from '../copy/sayings.ts'
import type { HoursForm } from '../dialogue/session.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'
import { whichJob } from './which-job.ts'

type Mine = { readonly posted: readonly JobView[]; readonly taken: readonly JobView[] }

const isAtWork = ({ state }: TakeView): boolean => state === 'started' || state === 'finished'
const atWork = ({ posted, taken }: Mine): readonly JobView[] => [
  ...taken.filter(({ mine }) => mine !== null && isAtWork(mine)),
  ...posted.filter(({ takes }) => takes.some(isAtWork)),
]
const toSettle = ({ posted }: Mine): readonly JobView[] =>
  posted.filter(({ takes }) => takes.some(({ state, owedFen }) => state === 'finished' || owedFen > 0))

/** The hours in a line that says other things besides: 下雨了只干了三小时, 加班2小时, 半天. */
function hoursIn({ message, reader, now }: Turn): number | undefined {
  const text = message.text.normalize('NFKC')
  const from = text.search(/[\d零一二两三四五六七八九十半]+\s{0,2}个?半?(小时|钟头|天)/u)
  const minutes = from < 0 ? 'unsure' : reader.readSlot('hours', text.slice(from), inCounty(now))
  return typeof minutes === 'number' ? minutes / 60 : undefined
}

/** 下雨干不了: paid for what was worked, if the other side agrees. */
export const badWeather: Command = (turn) => offerByHours(turn, 'part-day')

/** 加班2小时: paid on top, if the other side agrees. */
export const overtime: Command = (turn) => offerByHours(turn, 'overtime')

async function offerByHours(turn: Turn, kind: HoursForm['offer']): Promise<Outcome> {
  const which = await whichJob(turn, { verb: kind === 'overtime' ? 'overtime' : 'partDay', among: atWork })
  if ('ask' in which) return which.ask
  const hours = hoursIn(turn)
  if (hours === undefined) return askHours(turn, { kind: 'hours', offer: kind, number: which.number })
  return offer(turn, which.number, { kind, hours })
}

const askHours = (turn: Turn, form: HoursForm): Outcome => remembering(turn, privately(say('askHours', form)), { form })

/** The answer to 「几个小时」; undefined: it is none. */
export async function answerHours(turn: Turn, { number, offer: kind }: HoursForm): Promise<Outcome | undefined> {
  const minutes = turn.reader.readSlot('hours', turn.message.text.replace(/^(干了|加了|一共|共|大概)/u, ''), inCounty(turn.now))
  return typeof minutes === 'number' ? offer(turn, number, { kind, hours: minutes / 60 }) : undefined
}

/** 现金结了: the employer says so, and the workers say that they have it. */
export const payCash: Command = async (turn) => {
  if (turn.person && !turn.person.roles.includes('employer')) return privately(say('cashByEmployer'))
  const which = await whichJob(turn, { verb: 'cash', among: toSettle })
  return 'ask' in which ? which.ask : offer(turn, which.number, { kind: 'cash' })
}

async function offer(turn: Turn, number: string, said: { readonly kind: ProposalKind; readonly hours?: number }): Promise<Outcome> {
  const offered = await turn.api('proposePay', { params: { number }, body: said })
  return offered.ok ? privately(say('offered', { job: offered.value, kind: said.kind })) : refused(offered)
}

const isForWorker = ({ mine }: JobView): boolean => mine?.proposal?.by === 'employer'
const isForEmployer = ({ takes }: JobView): boolean => takes.some(({ proposal }) => proposal?.by === 'worker')
const waitingForMe = ({ posted, taken }: Mine): readonly JobView[] => [...taken.filter(isForWorker), ...posted.filter(isForEmployer)]

/** Whether the other side has offered something and waits for this person's word. */
export async function hasOffer({ api }: Turn): Promise<boolean> {
  const mine = await api('myJobs', { query: {} })
  return mine.ok && waitingForMe(mine.value).length > 0
}

/** 「同意」「不同意」「收到300」 to what the other side has offered. */
export async function answerOffer(turn: Turn, yes: boolean): Promise<Outcome> {
  const which = await whichJob(turn, { verb: yes ? 'agree' : 'decline', among: waitingForMe })
  if ('ask' in which) return which.ask
  const amountFen = receivedFen(turn)
  const answered = await turn.api('answerPay', { params: which, body: { yes, ...(amountFen === undefined ? {} : { amountFen }) } })
  if (!answered.ok) return refused(answered)
  /** Another sum than was offered is a "no", whatever the words were. */
  const isAgreed = yes && answered.value.mine?.contested !== true
  return privately(say('offerAnswered', { job: answered.value, yes: isAgreed }))
}

/** 收到300, 拿到三百块了. undefined: no sum is said. */
export function receivedFen({ message, reader, now }: Turn): number | undefined {
  const said =
    /^(?:我)?(?:收到|拿到|到手|收了|拿了)(?:了)?(?:现金|现钱)?\s{0,2}([\d零一二两三四五六七八九十百千万.]{1,9})\s{0,2}(?:元|块)?(?:钱)?(?:了)?[。!！]?$/u
  const words = said.exec(message.text.normalize('NFKC').trim())?.[1]
  const pay = words === undefined ? 'unsure' : reader.readSlot('pay', `${words}元`, inCounty(now))
  return typeof pay === 'object' ? pay.amountFen : undefined
}
