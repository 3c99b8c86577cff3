import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { inCounty } from '@linggong/api/core/clock.ts'
import { say } from '../copy/sayings.ts'
import { type Outcome, privately, type Turn } from '../dialogue/turn.ts'
import { asking } from './confirmed-acts.ts'
import { readAmounts } from './read-amounts.ts'
import { saidNumber } from './which-job.ts'

export const isWaiting = ({ state }: JobView['takes'][number]): boolean => state === 'finished'

const amountReader =
  ({ reader, now }: Turn) =>
  (words: string): number | undefined => {
    const pay = reader.readSlot('pay', `${words}元`, inCounty(now))
    return typeof pay === 'object' ? pay.amountFen : undefined
  }

/** Shows who would get what and waits for 「确认」. undefined: the line names no amounts. */
export function settleAmounts(turn: Turn, job: JobView): Outcome | undefined {
  const read = readAmounts(turn.message.text, job.takes.filter(isWaiting), amountReader(turn))
  if (read === undefined) return undefined
  if (read.kind === 'who') return privately(say('whoIsMeant', { name: read.name }))
  const { amounts } = read
  if (amounts.length === 0) return undefined
  return asking(turn, { action: 'settle-work', number: job.number, amounts }, say('askSettle', { job, amounts }))
}

/** Something like a name with an amount behind it; a line without both is not worth looking for jobs. */
const LOOKS_LIKE_AMOUNTS = /\p{sc=Han}{2,6}\s{0,2}\d{2,6}/u

/** 「20008 廖大山300 其他280」 out of the blue, from an employer whose workers wait. */
export async function settleOutOfTheBlue(turn: Turn): Promise<Outcome | undefined> {
  if (turn.message.room !== undefined || !turn.person?.roles.includes('employer')) return undefined
  if (!LOOKS_LIKE_AMOUNTS.test(turn.message.text)) return undefined
  const mine = await turn.api('myJobs', { query: {} })
  if (!mine.ok) return undefined
  const said = saidNumber(turn) ?? /^\D{0,4}(\d{4,8})(?!\d)/.exec(turn.message.text.normalize('NFKC'))?.[1]
  const waiting = mine.value.posted.filter((job) => job.takes.some(isWaiting))
  const job = waiting.find(({ number }) => number === said) ?? (waiting.length === 1 ? waiting[0] : undefined)
  return job && settleAmounts(turn, job)
}
