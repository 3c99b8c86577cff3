import type { Refused } from '@linggong/api/core/result.ts'
import { say } from '../copy/sayings.ts'
import { EMPTY_FORM, forbidden, newPostForm, noted, unusable } from '../dialogue/post-form.ts'
import { cardOf, nextField } from '../dialogue/post-terms.ts'
import { newRegisterForm, questionOf } from '../dialogue/register-form.ts'
import type { PostField, PostForm } from '../dialogue/session.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** 发活, or simply the sentence that offers work. Nothing is published before 「发」. */
export const postJob: Command = async (turn) => {
  const form = newPostForm(turn.line)
  if (form) return beginPost(turn, form)
  if (!turn.person) return beginPost(turn, EMPTY_FORM)
  return remembering(turn, privately(say('howToPost')), { form: EMPTY_FORM })
}

/** Somebody offers work in the group: the bot writes to him alone, and nothing is published by itself. */
export const offerToPost: Command = async (turn) => {
  const outcome = await postJob(turn)
  return { ...outcome, replies: [...privately(say('offerToPost')).replies, ...outcome.replies] }
}

async function beginPost(turn: Turn, form: PostForm): Promise<Outcome> {
  const no = forbidden(form)
  if (no) return remembering(turn, privately(say('refusedPost', { finding: no })), { form: null })
  if (turn.person) return continuePost(turn, form)
  const registration = newRegisterForm('employer', form)
  const answer = privately(say('registerToPost'), questionOf(registration, turn.now))
  return remembering(turn, answer, { form: registration })
}

/** Asks for what is missing, else shows the card. */
export async function continuePost(turn: Turn, form: PostForm): Promise<Outcome> {
  const missing = nextField(form)
  if (missing !== null) return asking(turn, form, missing)
  const card = cardOf(form, turn)
  if (card && !card.ok) return askAfter(turn, form, card)
  if (!card) return asking(turn, form, 'trade')
  const shown = say('card', { card: card.value, findings: noted(form), rest: form.rest.length })
  return remembering(turn, privately(shown), { form: { ...form, findings: [], asking: null, misses: 0 } })
}

/** Why it is asked is said once; then the words that made it necessary are forgotten. */
function asking(turn: Turn, form: PostForm, field: PostField): Outcome {
  const reason = whyAsked(form, field)
  const day = field === 'start' ? form.draft.start : null
  const findings = form.findings.filter((kind) => kind !== reason)
  return remembering(turn, privately(say('ask', { field, reason, day })), { form: { ...form, findings, asking: field } })
}

function whyAsked(form: PostForm, field: PostField) {
  if (field === 'pay' && form.draft.pay !== null) return 'pay-by-piece'
  if (field === 'headcount' && form.draft.headcount !== null) return 'too-many-people'
  return unusable(form, field)
}

/** The rule that would refuse the job says which answer has to change. */
export function askAfter(turn: Turn, form: PostForm, no: Refused): Outcome {
  const field = no.refusal === 'start-in-past' ? 'start' : 'pay'
  const draft = field === 'start' ? { ...form.draft, start: null, end: null } : { ...form.draft, pay: null }
  return remembering(turn, refused(no), { form: { ...form, draft, asking: field } })
}
