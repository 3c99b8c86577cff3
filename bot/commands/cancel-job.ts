import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { say } from '../copy/sayings.ts'
import type { Command } from '../dialogue/turn.ts'
import { asking } from './confirmed-acts.ts'
import { refused } from './refused.ts'
import { whichJob } from './which-job.ts'

export const isAlive = ({ state }: JobView): boolean => state === 'open' || state === 'filled'

/** 撤单 shows what would come back and waits for 「确认」. */
export const cancelJob: Command = async (turn) => {
  const which = await whichJob(turn, { verb: 'cancel', among: ({ posted }) => posted.filter(isAlive) })
  if ('ask' in which) return which.ask
  const seen = await turn.api('seeJob', { params: which })
  if (!seen.ok) return refused(seen)
  if (!seen.value.isEmployer) return refused({ ok: false, refusal: 'not-your-job', facts: {} })
  if (!isAlive(seen.value))
    return refused({ ok: false, refusal: seen.value.state === 'working' ? 'cancel-too-late' : 'job-over', facts: {} })
  return asking(turn, { action: 'cancel-job', ...which }, say('askCancelJob', { job: seen.value }))
}
