import { namesTownship } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import { isExplicit, type Outcome, privately, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** The answer to where somebody lives, which he need not give. undefined: the line is about something else. */
export async function answerTownship(turn: Turn): Promise<Outcome | 'again' | undefined> {
  if (isExplicit(turn)) return undefined
  const township = turn.county.townshipOf(turn.message.text.trim())
  if (township === '') return namesTownship(turn.message.text) ? 'again' : undefined
  const told = await turn.api('tellTownship', { body: { township } })
  return told.ok ? privately(say('townshipKept', { township })) : refused(told)
}
