import { isAnswer } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import { type Command, privately, remembering } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

const MISSES_BEFORE_A_PERSON = 3

export const help: Command = async (turn) =>
  privately(isAnswer('greeting', turn.message.text) ? say('hello') : say('help', { roles: turn.person?.roles ?? [] }))
export const human: Command = async ({ county }) => privately(say('human', county.hall))
export const emergency: Command = async ({ county }) => privately(say('emergency', county.hall))

/** What still needs a person: each says what to do meanwhile. */
export const notYet: Command = async ({ county }) => privately(say('notYet', county.hall))
export const complain: Command = async ({ county }) => privately(say('complain', county.hall))
export const claim: Command = async ({ county }) => privately(say('claim', county.hall))
export const cannotEdit: Command = async ({ county }) => privately(say('cannotEdit', county.hall))
export const ownNewsOnly: Command = async () => privately(say('ownNewsOnly'))
export const newsInGroup: Command = async () => privately(say('newsInGroup'))
export const waitForSeat: Command = async () => privately(say('waitForSeat'))
export const noAdverts: Command = async () => privately(say('noAdverts'))
export const staffOnly: Command = async () => refused({ ok: false, refusal: 'not-allowed', facts: {} })

/** 「不」 or 「重来」 when nothing was asked. */
export const nothingToDeny: Command = async (turn) => (isAnswer('restart', turn.message.text) ? help(turn) : privately(say('welcome')))

/** Not understood: a short hint; the third time in a row a person. */
export const notUnderstood: Command = async (turn) => {
  const misses = turn.session.misses + 1
  if (misses < MISSES_BEFORE_A_PERSON) return remembering(turn, privately(say('notUnderstood')), { misses })
  return remembering(turn, privately(say('stillNotUnderstood', turn.county.hall)), { misses: 0 })
}
