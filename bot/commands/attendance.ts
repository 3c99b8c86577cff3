import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { readCode } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'
import { whichJob } from './which-job.ts'

const isStartCode = (digits: string | undefined): boolean => digits?.length === 4

/** 开工 4821: four digits are the code, more are the job's number; which job follows from what he has taken. */
export const startWork: Command = async (turn) => {
  const { code, named } = spoken(turn)
  if (code === undefined) return isOnlyEmployer(turn) ? showCodes(turn) : askCode(turn)
  const which = await whichJob(named, { verb: 'start', code, among: ({ taken }) => soonest(taken) })
  if ('ask' in which) return which.ask
  const started = await turn.api('startWork', { params: which, body: { code } })
  if (started.ok) return privately(say('started', { job: started.value }))
  return started.refusal === 'wrong-start-code' ? remembering(turn, refused(started), { form: { kind: 'code' } }) : refused(started)
}

const askCode = (turn: Turn): Outcome => remembering(turn, privately(say('askStartCode')), { form: { kind: 'code' } })

const isOnlyEmployer = ({ person }: Turn): boolean => person?.roles.includes('employer') === true && !person.roles.includes('worker')

/** 开工码多少, asked by who gives it out. */
async function showCodes(turn: Turn): Promise<Outcome> {
  const mine = await turn.api('myJobs', { query: {} })
  if (!mine.ok) return refused(mine)
  return privately(say('startCodes', { jobs: mine.value.posted.filter(({ state }) => GOING.includes(state)).slice(0, LIMIT.jobsPerReply) }))
}

const GOING: readonly string[] = ['open', 'filled', 'working']

/** The list is the newest first, so what begins soonest stands last. */
const soonest = (taken: readonly JobView[]): readonly JobView[] => taken.filter(({ mine }) => mine?.state === 'taken').slice(-1)

interface Spoken {
  readonly code: string | undefined
  /** The turn with nothing but a job's own number in it. */
  readonly named: Turn
}

function spoken(turn: Turn): Spoken {
  const { code: said, jobNo, jobNos, ...slots } = turn.line.slots
  const numbers = jobNos ?? (jobNo === undefined ? [] : [jobNo])
  const number = numbers.find((digits) => !isStartCode(digits))
  const code = isStartCode(said) ? said : numbers.find(isStartCode)
  const named = { ...turn, line: { ...turn.line, slots: { ...slots, ...(number === undefined ? {} : { jobNo: number }) } } }
  return { code: code ?? readCode(turn.message.text), named }
}

export const finishWork: Command = async (turn) => {
  const which = await whichJob(turn, { verb: 'finish', among: ({ taken }) => taken.filter(({ mine }) => mine?.state === 'started') })
  if ('ask' in which) return which.ask
  const finished = await turn.api('finishWork', { params: which })
  return finished.ok ? privately(say('finished', { job: finished.value })) : refused(finished)
}
