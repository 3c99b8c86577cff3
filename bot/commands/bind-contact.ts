import { readBindingCode } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import { type Outcome, privately, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** 绑定 12345678: a one-time code of the hall. In a group it is nobody's word. undefined: the line is about something else. */
export async function bindContact(turn: Turn): Promise<Outcome | undefined> {
  const code = turn.message.room === undefined ? readBindingCode(turn.message.text) : undefined
  if (code === undefined) return undefined
  const bound = await turn.api('bindContact', { body: { code } })
  return bound.ok ? privately(say('contactBound', bound.value)) : refused(bound)
}
