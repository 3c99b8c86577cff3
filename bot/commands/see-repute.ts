import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { say } from '../copy/sayings.ts'
import { type Command, privately } from '../dialogue/turn.ts'
import { seeJob } from './my-things.ts'
import { refused } from './refused.ts'
import { saidNumber, whichJob } from './which-job.ts'

/** 看评价10086: what workers have said of that employer; without a number what others are told of oneself. */
export const seeRatings: Command = async (turn) => {
  const number = saidNumber(turn)
  if (number === undefined) return ownRepute(turn)
  const seen = await turn.api('seeRatings', { params: { number } })
  return seen.ok ? privately(say('ratings', { number, ...seen.value })) : refused(seen)
}

const ownRepute: Command = async (turn) => {
  const mine = await turn.api('myRepute', {})
  return mine.ok ? privately(say('ownRepute', mine.value)) : refused(mine)
}

const hasTakers = ({ state, takes }: JobView): boolean => ['open', 'filled', 'working'].includes(state) && takes.length > 0

/** 看谁接了: those who hold the seats, and how they have kept their word so far. */
export const whoTook: Command = async (turn) => {
  const which = await whichJob(turn, { verb: 'see', among: ({ posted }) => posted.filter(hasTakers) })
  return 'ask' in which ? which.ask : seeJob({ ...turn, line: { ...turn.line, slots: { jobNo: which.number } } })
}
