import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { say } from '../copy/sayings.ts'
import type { VERBS } from '../copy/words.ts'
import { type Outcome, privately, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** A job number in a quoted post of ours: 【10241】搬办公桌 … */
export function quotedNumber({ message }: Turn): string | undefined {
  return message.quote === undefined ? undefined : /\d{4,8}/.exec(message.quote)?.[0]
}

export const saidNumber = (turn: Turn): string | undefined => turn.line.slots.jobNo ?? quotedNumber(turn)

interface Choice {
  readonly verb: keyof typeof VERBS
  /** Among the caller's own jobs, those the verb could mean. */
  readonly among: (jobs: { readonly posted: readonly JobView[]; readonly taken: readonly JobView[] }) => readonly JobView[]
}

/** The number that was said or quoted; else the only job it can be; else the question which one. */
export async function whichJob(turn: Turn, { verb, among }: Choice): Promise<{ number: string } | { ask: Outcome }> {
  const said = saidNumber(turn)
  if (said !== undefined) return { number: said }
  const mine = await turn.api('myJobs', { query: {} })
  if (!mine.ok) return { ask: refused(mine) }
  const [only, ...others] = among(mine.value)
  if (!only) return { ask: privately(say('noJobFor', { verb })) }
  if (others.length === 0) return { number: only.number }
  return { ask: privately(say('whichJob', { verb, jobs: [only, ...others].slice(0, LIMIT.jobsPerReply) })) }
}
