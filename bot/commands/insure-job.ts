import { say } from '../copy/sayings.ts'
import { type Command, type Outcome, privately, type Turn } from '../dialogue/turn.ts'
import { isAlive } from './cancel-job.ts'
import { asking } from './confirmed-acts.ts'
import { refused } from './refused.ts'
import { saidNumber, whichJob } from './which-job.ts'

/** 买保险 shows the premium and waits for 「确认」; who only works is told how he is covered. */
export const insureJob: Command = async (turn) => {
  if (turn.person && !turn.person.roles.includes('employer')) return showCover(turn)
  const which = await whichJob(turn, { verb: 'insure', among: ({ posted }) => posted.filter((job) => isAlive(job) && !job.insured) })
  return 'ask' in which ? which.ask : quoteInsurance(turn, which.number)
}

export async function quoteInsurance(turn: Turn, number: string): Promise<Outcome> {
  const quote = await turn.api('quotePremium', { params: { number } })
  if (!quote.ok) return refused(quote)
  if (quote.value.booked) return refused({ ok: false, refusal: 'already-insured', facts: {} })
  return asking(turn, { action: 'insure-job', number }, say('askInsure', { quote: quote.value }))
}

async function showCover(turn: Turn): Promise<Outcome> {
  const mine = await turn.api('myJobs', { query: {} })
  if (!mine.ok) return refused(mine)
  const said = saidNumber(turn)
  const going = mine.value.taken.filter((job) => job.mine?.state === 'taken' || job.mine?.state === 'started')
  return privately(say('cover', { jobs: said === undefined ? going : going.filter(({ number }) => number === said) }))
}
