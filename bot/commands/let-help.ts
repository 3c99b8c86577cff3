import { say } from '../copy/sayings.ts'
import { type Command, privately } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** 「同意」 to being helped: a code for one of his own people. */
export const letHelp: Command = async (turn) => {
  const given = await turn.api('letHelp', { body: { consent: true } })
  return given.ok ? privately(say('helperCode', given.value)) : refused(given)
}
