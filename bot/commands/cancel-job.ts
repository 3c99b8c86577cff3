import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { say } from '../copy/sayings.ts'
import type { Command } from '../dialogue/turn.ts'
import { asking } from './confirmed-acts.ts'
import { refused } from './refused.ts'
import { whichJob } from './which-job.ts'

export const isAlive = ({ state }: JobView): boolean => state === 'unpaid' || state === 'open' || state === 'filled'

/** 撤单 shows what would come back and waits for 「确认」. */
export const cancelJob: Command = async (turn) => {
  const which = await whichJob(turn, { verb: 'cancel', among: ({ posted }) => posted.filter(isAlive) })
  if ('ask' in which) return which.ask
  const seen = await turn.api('seeJob', { params: which })
  if (!seen.ok) return refused(seen)
  if (!seen.value.isEmployer) return refused({ ok: false, refusal: 'not-your-job', facts: {} })
  const weather = WEATHER.test(turn.message.text)
  const quote = await turn.api('quoteCancel', { params: which, query: { weather: weather ? 'true' : 'false' } })
  if (!quote.ok) return refused(quote)
  const act = { action: 'cancel-job', ...which, weather } as const
  return asking(turn, act, say('askCancelJob', { job: seen.value, quote: quote.value }))
}

/** Nobody's fault, so nobody pays for it. */
const WEATHER = /雨|雪|台风|大风|冰雹|霜冻|天气|发大水|洪水/u
