import { say } from '../copy/sayings.ts'
import { type Command, privately, remembering } from '../dialogue/turn.ts'

const MISSES_BEFORE_A_PERSON = 3

export const help: Command = async ({ person }) => privately(say('help', { roles: person?.roles ?? [] }))
export const hello: Command = async () => privately(say('hello'))
export const human: Command = async ({ county }) => privately(say('human', county.hall))
export const emergency: Command = async ({ county }) => privately(say('emergency', county.hall))
export const notYet: Command = async ({ county }) => privately(say('notYet', county.hall))

/** Not understood: a short hint; the third time in a row a person. */
export const notUnderstood: Command = async (turn) => {
  const misses = turn.session.misses + 1
  if (misses < MISSES_BEFORE_A_PERSON) return remembering(turn, privately(say('notUnderstood')), { misses })
  return remembering(turn, privately(say('stillNotUnderstood', turn.county.hall)), { misses: 0 })
}
