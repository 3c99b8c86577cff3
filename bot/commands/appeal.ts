import { isBareNumber, readPick } from '../copy/answers.ts'
import { readWhy } from '../copy/appeal-answers.ts'
import { say } from '../copy/sayings.ts'
import type { AppealForm } from '../dialogue/session.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** 我的处罚: what was not kept, what it weighs, what became of an appeal. */
export const seeConduct: Command = async (turn) => {
  const mine = await turn.api('myConduct', {})
  return mine.ok ? privately(say('conduct', mine.value)) : refused(mine)
}

/** 申诉: which of them, and why; the rest is told to a person of the hall. */
export const appeal: Command = async (turn) => {
  const mine = await turn.api('myConduct', {})
  if (!mine.ok) return refused(mine)
  const { jobNo } = turn.line.slots
  const open = mine.value.penalties.filter(({ appealUntil, number }) => appealUntil !== null && (jobNo === undefined || number === jobNo))
  const [only, ...others] = open
  if (only === undefined) return privately(say('nothingToAppeal'))
  if (others.length === 0) return askWhy(turn, only.penalty)
  const form: AppealForm = { kind: 'appeal', penalties: open.map(({ penalty }) => penalty), penalty: null }
  return remembering(turn, privately(say('whichPenalty', { penalties: open })), { form })
}

const askWhy = (turn: Turn, penalty: string): Outcome =>
  remembering(turn, privately(say('askWhy')), { form: { kind: 'appeal', penalties: [penalty], penalty } satisfies AppealForm })

/** The answer to 「哪一条」, then to 「为什么」. */
export async function answerAppeal(turn: Turn, { penalties, penalty }: AppealForm): Promise<Outcome | 'again' | undefined> {
  const { text } = turn.message
  if (penalty === null) {
    const option = turn.line.slots.option ?? readPick(text)?.option
    const chosen = option === undefined ? undefined : penalties[option - 1]
    return chosen === undefined ? (option === undefined ? undefined : 'again') : askWhy(turn, chosen)
  }
  const why = readWhy(text)
  if (why === undefined) return isBareNumber(text) ? 'again' : undefined
  const appealed = await turn.api('appealPenalty', { params: { penalty }, body: { why } })
  return appealed.ok ? privately(say('appealed')) : refused(appealed)
}
