import type { Answer } from '@linggong/api/contract/handler.ts'
import { say } from '../copy/sayings.ts'
import { nextPostForm } from '../dialogue/post-form.ts'
import { nextField, termsOf } from '../dialogue/post-terms.ts'
import type { PostForm } from '../dialogue/session.ts'
import { led, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { withCode } from './pay-codes.ts'
import { askAfter, continuePost } from './post-job.ts'
import { refused } from './refused.ts'

/** 「发」 files the job and asks for its money, once: every call is keyed by this message. Who wants cover pays for it in the same breath. */
export async function publish(turn: Turn, form: PostForm, payBy: 'online' | 'cash' = 'online'): Promise<Outcome> {
  const terms = termsOf(form, turn.county)
  if (!terms || nextField(form) !== null) return continuePost(turn, form)
  const no = await becomeEmployer(turn)
  if (no) return no
  const posted = await turn.api('postJob', { body: terms })
  if (!posted.ok) return ASKED_AGAIN.has(posted.refusal) ? askAfter(turn, form, posted) : refused(posted)
  const { number } = posted.value
  const uninsured = form.draft.insurance === true ? await wantCover(turn, number) : undefined
  const published = await turn.api('publishJob', { params: { number }, body: { payBy } })
  if (!published.ok) return refused(published)
  const next = nextPostForm(form)
  const told = remembering(turn, andMore(toldOf(published.value), uninsured), { form: null })
  return next ? andMore(told, led(say('nextPost', next), await continuePost(turn, next))) : told
}

/** The job is out, or waits for the money that is asked for here. */
function toldOf({ order, ...job }: Published): Outcome {
  return order === null ? privately(say('published', { job })) : withCode(say('payToPublish', { job, order }), order)
}

type Published = Answer<'publishJob'>

/** Undefined when cover is asked for; else why there will be none. */
async function wantCover(turn: Turn, number: string): Promise<Outcome | undefined> {
  const asked = await turn.api('insureJob', { params: { number } })
  return asked.ok ? undefined : refused(asked)
}

/** What was right when the card was shown and is not any more. */
const ASKED_AGAIN: ReadonlySet<string> = new Set(['start-in-past', 'pay-below-floor', 'pay-out-of-range'])

/** What was published is told before what is asked next. */
const andMore = (told: Outcome, next: Outcome | undefined): Outcome =>
  next === undefined ? told : { ...told, ...next, replies: [...told.replies, ...next.replies] }

/** A registered worker who offers work becomes an employer too; the identity is known already. */
async function becomeEmployer({ person, api }: Turn): Promise<Outcome | undefined> {
  if (person?.roles.includes('employer')) return undefined
  const added = await api('addRole', { body: { role: 'employer' } })
  return added.ok ? undefined : refused(added)
}
