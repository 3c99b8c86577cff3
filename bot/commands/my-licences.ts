import { say } from '../copy/sayings.ts'
import { type Command, privately } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** 我的证: each with the last day it counts, and how far the look at it has come. */
export const seeLicences: Command = async (turn) => {
  const mine = await turn.api('myLicences', {})
  return mine.ok ? privately(say('licences', { licences: mine.value.licences })) : refused(mine)
}
