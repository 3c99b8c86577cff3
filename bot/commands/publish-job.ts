import { say } from '../copy/sayings.ts'
import { nextPostForm } from '../dialogue/post-form.ts'
import { nextField, termsOf } from '../dialogue/post-terms.ts'
import type { PostForm } from '../dialogue/session.ts'
import { type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { quoteInsurance } from './insure-job.ts'
import { askAfter, continuePost } from './post-job.ts'
import { refused } from './refused.ts'

/** 「发」 files and opens the job once: both calls are keyed by this message. */
export async function publish(turn: Turn, form: PostForm): Promise<Outcome> {
  const terms = termsOf(form, turn.county)
  if (!terms || nextField(form) !== null) return continuePost(turn, form)
  const no = await becomeEmployer(turn)
  if (no) return no
  const posted = await turn.api('postJob', { body: terms })
  if (!posted.ok) return ASKED_AGAIN.has(posted.refusal) ? askAfter(turn, form, posted) : refused(posted)
  const { number } = posted.value
  const published = await turn.api('publishJob', { params: { number } })
  if (!published.ok) return refused(published)
  const told = remembering(turn, privately(say('published', { job: published.value })), { form: null })
  return goOn(turn, { form, number, told })
}

/** What was right when the card was shown and is not any more. */
const ASKED_AGAIN: ReadonlySet<string> = new Set(['start-in-past', 'pay-below-floor', 'pay-out-of-range'])

/** The next job of the same message; else the insurance that was promised in it. */
async function goOn(turn: Turn, { form, number, told }: { form: PostForm; number: string; told: Outcome }): Promise<Outcome> {
  const next = nextPostForm(form)
  const after = next ? continuePost(turn, next) : form.draft.insurance === true ? quoteInsurance(turn, number) : undefined
  if (!after) return told
  const going = await after
  return { ...going, session: { ...(told.session ?? turn.session), ...going.session }, replies: [...told.replies, ...going.replies] }
}

/** A registered worker who offers work becomes an employer too; the identity is known already. */
async function becomeEmployer({ person, api }: Turn): Promise<Outcome | undefined> {
  if (person?.roles.includes('employer')) return undefined
  const added = await api('addRole', { body: { role: 'employer' } })
  return added.ok ? undefined : refused(added)
}
