import { say } from '../copy/sayings.ts'
import type { EraseForm } from '../dialogue/session.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** 注销: says what goes and what the law has kept, and asks twice. Who is held by work or money hears by which. */
export const eraseMe: Command = async (turn) => {
  const standing = await turn.api('seeErasure', {})
  if (!standing.ok) return refused(standing)
  const { obligation, leftFen, keptUntil } = standing.value
  if (obligation !== null) return refused({ ok: false, refusal: obligation, facts: { leftFen } })
  return remembering(turn, privately(say('askErase', { keptUntil })), { form: { kind: 'erase', asked: 'once' } })
}

/** The first yes is asked about once more; only the second deletes. */
export async function eraseConfirmed(turn: Turn, { asked }: EraseForm): Promise<Outcome> {
  if (asked === 'once') return remembering(turn, privately(say('askEraseAgain')), { form: { kind: 'erase', asked: 'twice' } })
  const erased = await turn.api('eraseMe', { body: { confirmed: true } })
  return erased.ok ? privately(say('erasing')) : refused(erased)
}
