import { say } from '../copy/sayings.ts'
import { type Command, type Outcome, privately, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'
import { saidNumber } from './which-job.ts'

/** 工资条20008; without a number the newest job that was paid. */
export const seeWageSlip: Command = async (turn) => {
  const said = saidNumber(turn)
  return said === undefined ? newestSlip(turn) : slipOf(turn, said)
}

async function slipOf({ api }: Turn, number: string): Promise<Outcome> {
  const slip = await api('seeWageSlip', { params: { number } })
  return slip.ok ? privately(say('wageSlip', { slip: slip.value })) : refused(slip)
}

async function newestSlip(turn: Turn): Promise<Outcome> {
  const mine = await turn.api('myJobs', { query: {} })
  if (!mine.ok) return refused(mine)
  const paid = mine.value.taken.filter((job) => job.mine?.state === 'paid')
  const newest = paid.toSorted((one, other) => other.endsAt.localeCompare(one.endsAt))[0]
  return newest === undefined ? privately(say('noWageSlip')) : slipOf(turn, newest.number)
}
