import { say } from '../copy/sayings.ts'
import { nextPostForm } from '../dialogue/post-form.ts'
import { nextField, termsOf } from '../dialogue/post-terms.ts'
import type { PostForm } from '../dialogue/session.ts'
import { led, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
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
  const next = nextPostForm(form)
  const insuring = !next && form.draft.insurance === true
  const told = remembering(turn, privately(say('published', { job: published.value, insuring })), { form: null })
  if (!next && !insuring) return told
  return inOne(told, next ? led(say('nextPost', next), await continuePost(turn, next)) : await quoteInsurance(turn, number))
}

/** What was right when the card was shown and is not any more. */
const ASKED_AGAIN: ReadonlySet<string> = new Set(['start-in-past', 'pay-below-floor', 'pay-out-of-range'])

/** What was published is told before what is asked next. */
const inOne = (told: Outcome, next: Outcome): Outcome => ({ ...told, ...next, replies: [...told.replies, ...next.replies] })

/** A registered worker who offers work becomes an employer too; the identity is known already. */
async function becomeEmployer({ person, api }: Turn): Promise<Outcome | undefined> {
  if (person?.roles.includes('employer')) return undefined
  const added = await api('addRole', { body: { role: 'employer' } })
  return added.ok ? undefined : refused(added)
}
