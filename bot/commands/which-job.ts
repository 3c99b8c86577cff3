import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { inCounty } from '@linggong/api/core/clock.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { say } from '../copy/sayings.ts'
import type { Verb } from '../dialogue/session.ts'
import { type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** The job number in a quoted post of ours: 【10241】搬办公桌 … A list names several, and none of them for sure. */
function quotedNumber({ message: { quote = '' } }: Turn): string | undefined {
  const [only, ...others] = new Set([...quote.matchAll(/【(\d{4,8})】/g)].map(([, number]) => number))
  return others.length === 0 ? only : undefined
}

export const saidNumber = (turn: Turn): string | undefined => turn.line.slots.jobNo ?? quotedNumber(turn)

interface Choice {
  readonly verb: Verb
  /** Among the caller's own jobs, those the verb could mean. */
  readonly among: (jobs: { readonly posted: readonly JobView[]; readonly taken: readonly JobView[] }) => readonly JobView[]
  readonly code?: string
  readonly words?: string
}

/** The number that was said or quoted; else the only job it can be; else the question which one. */
export async function whichJob(turn: Turn, { verb, among, ...rest }: Choice): Promise<{ number: string } | { ask: Outcome }> {
  const said = saidNumber(turn)
  if (said !== undefined) return { number: said }
  const mine = await turn.api('myJobs', { query: {} })
  if (!mine.ok) return { ask: refused(mine) }
  const [only, ...others] = ofTradeSaid(turn, among(mine.value))
  if (!only) return { ask: privately(say('noJobFor', { verb })) }
  if (others.length === 0) return { number: only.number }
  return { ask: askWhich(turn, { verb, jobs: [only, ...others], ...rest }) }
}

/** 不去摘橙子了: of several jobs the one of that trade, where there is one. */
function ofTradeSaid({ reader, message, now }: Turn, jobs: readonly JobView[]): readonly JobView[] {
  const trade = jobs.length > 1 ? reader.readSlot('trade', message.text, inCounty(now)) : 'unsure'
  const meant = jobs.filter((job) => job.trade === trade)
  return meant.length > 0 ? meant : jobs
}

interface Asked extends Pick<Choice, 'verb' | 'code' | 'words'> {
  readonly jobs: readonly JobView[]
}

/** 「是哪一个？」 The jobs are numbered, and the next line may name one by its place in the list. */
export function askWhich(turn: Turn, { verb, jobs, ...rest }: Asked): Outcome {
  const asked = jobs.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt)).slice(0, LIMIT.jobsPerReply)
  const numbers = asked.map(({ number }) => number)
  const form = { kind: 'which', verb, numbers, ...rest } as const
  return remembering(turn, privately(say('whichJob', { jobs: asked })), { form })
}
