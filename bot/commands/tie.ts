import type { JobView } from '@linggong/api/contract/job.contract.ts'
import type { TieView } from '@linggong/api/contract/tie.contract.ts'
import { say } from '../copy/sayings.ts'
import { readNamed } from '../copy/tie-answers.ts'
import { type Command, type Outcome, privately, type Turn } from '../dialogue/turn.ts'
import { asking } from './confirmed-acts.ts'
import { fits } from './read-amounts.ts'
import { refused } from './refused.ts'
import { saidNumber } from './which-job.ts'

/** Somebody with whom the caller has a job in common: a worker by his seat, an employer by the job alone. */
interface Other {
  readonly job: JobView
  readonly name: string
  readonly take?: string
}

const workersOf = (job: JobView): readonly Other[] => job.takes.map(({ workerName, take }) => ({ job, name: workerName, take }))
const othersOf = (job: JobView): readonly Other[] => (job.isEmployer ? workersOf(job) : [{ job, name: job.employerName }])

/** Those the line can mean: of the job it names, else of all the caller has posted or taken, the newest first, each once. */
async function meantBy(turn: Turn): Promise<readonly Other[] | Outcome> {
  const number = saidNumber(turn)
  const known = number === undefined ? await turn.api('myJobs', { query: {} }) : await turn.api('seeJob', { params: { number } })
  if (!known.ok) return refused(known)
  const jobs = 'number' in known.value ? [known.value] : [...known.value.taken, ...known.value.posted]
  const named = readNamed(turn.message.text)
  const others = jobs.flatMap(othersOf).filter(({ name }) => named === undefined || fits(name, named))
  return others.filter(({ name }, at) => others.findIndex((other) => other.name === name) === at)
}

/** One, or what is said instead. */
async function onlyOne(turn: Turn, only: (other: Other) => boolean): Promise<Other | Outcome> {
  const meant = await meantBy(turn)
  if ('replies' in meant) return meant
  const [one, ...more] = meant.filter(only)
  if (one === undefined) return privately(say('nobodyMeant'))
  return more.length === 0 ? one : privately(say('whomDoYouMean', { names: [one, ...more].map(({ name }) => name) }))
}

/** 拉黑10086的老板, 拉黑老王: asked once more, and told to nobody. */
export const block: Command = async (turn) => {
  if (!turn.person) return refused({ ok: false, refusal: 'not-registered', facts: {} })
  const other = await onlyOne(turn, () => true)
  if ('replies' in other) return other
  const { job, name, take } = other
  const act = { action: 'block', number: job.number, ...(take === undefined ? {} : { take }) } as const
  return asking(turn, act, say('askBlock', { job, name }))
}

/** 常用工老李: he hears of the next job before everybody. */
export const prefer: Command = async (turn) => {
  if (!turn.person) return refused({ ok: false, refusal: 'not-registered', facts: {} })
  const other = await onlyOne(turn, ({ take }) => take !== undefined)
  if ('replies' in other) return other
  const body = { kind: 'preferred' as const, ...(other.take === undefined ? {} : { take: other.take }) }
  const tied = await turn.api('tie', { params: { number: other.job.number }, body })
  return tied.ok ? privately(say('preferred', { name: tied.value.name })) : refused(tied)
}

const untying =
  (kind: TieView['kind']): Command =>
  async (turn) => {
    const mine = await turn.api('listTies', {})
    if (!mine.ok) return refused(mine)
    const named = readNamed(turn.message.text)
    const meant = mine.value.ties.filter((tie) => tie.kind === kind && (named === undefined || fits(tie.name, named)))
    const [one, ...more] = meant
    if (one === undefined) return privately(say('notTied', { kind }))
    if (more.length > 0) return privately(say('whomDoYouMean', { names: meant.map(({ name }) => name) }))
    const dropped = await turn.api('untie', { params: { tie: one.tie } })
    return dropped.ok ? privately(say('untied', dropped.value)) : refused(dropped)
  }

export const unblock = untying('blocked')
export const unprefer = untying('preferred')

/** 黑名单, 常用工名单. */
export const seeTies: Command = async (turn) => {
  const mine = await turn.api('listTies', {})
  return mine.ok ? privately(say('ties', mine.value)) : refused(mine)
}
