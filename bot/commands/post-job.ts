import { inCounty } from '@linggong/api/core/clock.ts'
import type { Refused } from '@linggong/api/core/result.ts'
import { isAnswer } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import { cardOf, forbidden, newPostForm, nextField, noted, termsOf } from '../dialogue/post-form.ts'
import { newRegisterForm, questionOf } from '../dialogue/register-form.ts'
import type { PostField, PostForm } from '../dialogue/session.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import type { Intent } from '../understand/intent.ts'
import { refused } from './refused.ts'

const MISSES_BEFORE_A_PERSON = 3

/** 发活, or simply the sentence that offers work. Nothing is published before 「发」. */
export const postJob: Command = async (turn) => {
  const form = newPostForm(turn.line)
  if (form) return beginPost(turn, form)
  const empty = {
    trade: null,
    headcount: null,
    pay: null,
    start: null,
    end: null,
    place: null,
    certs: [],
    perks: [],
    insurance: null,
    phone: null,
  }
  const blank: PostForm = { kind: 'post', draft: empty, content: '', hoursPerDay: null, findings: [], asking: null, misses: 0, rest: [] }
  if (!turn.person) return beginPost(turn, blank)
  return remembering(turn, privately(say('howToPost')), { form: blank })
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
  const card = cardOf(form, turn.county, turn.now)
  if (card && !card.ok) return askAfter(turn, form, card)
  if (!card) return asking(turn, form, 'trade')
  const shown = say('card', { card: card.value, findings: noted(form), rest: form.rest.length })
  return remembering(turn, privately(shown), { form: { ...form, asking: null, misses: 0 } })
}

function asking(turn: Turn, form: PostForm, field: PostField): Outcome {
  const byPiece = field === 'pay' && form.draft.pay !== null
  const question = byPiece ? say('askWholePay') : say('ask', { field })
  return remembering(turn, privately(question), { form: { ...form, asking: field } })
}

/** The rule that would refuse the job says which answer has to change. */
function askAfter(turn: Turn, form: PostForm, no: Refused): Outcome {
  const field = no.refusal === 'start-in-past' ? 'start' : 'pay'
  const draft = field === 'start' ? { ...form.draft, start: null, end: null } : { ...form.draft, pay: null }
  return remembering(turn, refused(no), { form: { ...form, draft, asking: field } })
}

/** The next line while a post is being put together. undefined: the line is about something else. */
export async function answerPost(turn: Turn, form: PostForm): Promise<Outcome | undefined> {
  const { text } = turn.message
  if (isAnswer('drop', text) || turn.line.intent === 'deny') return remembering(turn, privately(say('postDropped')), { form: null })
  if (form.asking === null) return answerCard(turn, form)
  return readAnswer(turn, form, form.asking)
}

async function answerCard(turn: Turn, form: PostForm): Promise<Outcome | undefined> {
  const { text } = turn.message
  if (turn.line.intent === 'publish' || turn.line.intent === 'confirm' || isAnswer('agree', text)) return publish(turn, form)
  const edited = turn.reader.applyEdit(form.draft, text, inCounty(turn.now))
  if (!edited.ok) return turn.line.intent === 'edit_draft' ? editAgain(turn, form, edited.why) : undefined
  const content = edited.changed.includes('trade') ? (edited.draft.trade ?? '') : form.content
  return continuePost(turn, { ...form, draft: edited.draft, content })
}

const editAgain = (turn: Turn, form: PostForm, why: 'past' | 'unsure'): Outcome =>
  remembering(turn, privately(why === 'past' ? say('pastStart') : say('editAgain')), { form })

/** Commands nobody would give as the name of a place. */
const NO_PLACE: readonly Intent[] = ['list_jobs', 'next_page', 'my_orders', 'wallet', 'grab', 'undo', 'cancel_job', 'register']

async function readAnswer(turn: Turn, form: PostForm, field: PostField): Promise<Outcome | undefined> {
  const { intent } = turn.line
  if (field === 'place' && NO_PLACE.includes(intent)) return undefined
  const read = answerTo(turn, form, field)
  if (read === 'past') return remembering(turn, privately(say('pastStart')), { form })
  if (read !== 'unsure') return continuePost(turn, { ...read, asking: null, misses: 0 })
  if (!ANSWER_LIKE.includes(intent)) return undefined
  if (form.misses + 1 >= MISSES_BEFORE_A_PERSON) {
    return remembering(turn, privately(say('stillNotUnderstood', turn.county.hall)), { form: { ...form, misses: 0 } })
  }
  return remembering(turn, privately(say('askAgain', { field })), { form: { ...form, misses: form.misses + 1 } })
}

/** What a muddled answer is understood as when it is no command of its own. */
const ANSWER_LIKE: readonly Intent[] = ['none', 'help', 'post_job', 'choose', 'confirm', 'publish', 'edit_draft']

function answerTo({ reader, message: { text }, now }: Turn, form: PostForm, field: PostField): PostForm | 'past' | 'unsure' {
  const { draft } = form
  if (field === 'hours') {
    const minutes = reader.readSlot('hours', text, inCounty(now))
    return typeof minutes === 'number' ? { ...form, hoursPerDay: minutes / MINUTES_PER_HOUR } : minutes
  }
  const value = reader.readSlot(field as 'place', text, field === 'start' ? onTheDaySaid(draft.start, now) : inCounty(now))
  if (value === 'past' || value === 'unsure') return value
  return { ...form, draft: { ...draft, [field]: value }, content: field === 'trade' ? value : form.content }
}

const MINUTES_PER_HOUR = 60

/** 「早上7点」 after 「明天」 means seven tomorrow: the hour is read as on the day that was said. */
function onTheDaySaid(start: string | null, now: Temporal.Instant): Temporal.ZonedDateTime {
  const today = inCounty(now)
  if (start === null) return today
  const day = Temporal.PlainDate.from(start.slice(0, 10))
  return Temporal.PlainDate.compare(day, today.toPlainDate()) > 0 ? day.toZonedDateTime(today.timeZoneId) : today
}

/** 「发」 files and opens the job once: both calls are keyed by this message. */
async function publish(turn: Turn, form: PostForm): Promise<Outcome> {
  const terms = termsOf(form, turn.county)
  if (!terms || nextField(form) !== null) return continuePost(turn, form)
  const willing = await becomeEmployer(turn)
  if (willing) return willing
  const posted = await turn.api('postJob', { body: terms })
  if (!posted.ok) return refused(posted)
  const { number } = posted.value
  const published = await turn.api('publishJob', { params: { number } })
  if (!published.ok) return refused(published)
  const told = remembering(turn, privately(say('published', { job: published.value })), { form: null })
  const [next, ...rest] = form.rest
  if (!next) return told
  const going = await continuePost(turn, { ...form, draft: next, content: next.trade ?? '', hoursPerDay: null, asking: null, rest })
  return { ...going, replies: [...told.replies, ...going.replies] }
}

/** A registered worker who offers work becomes an employer too; the identity is known already. */
async function becomeEmployer({ person, api }: Turn): Promise<Outcome | undefined> {
  if (person?.roles.includes('employer')) return undefined
  const added = await api('addRole', { body: { role: 'employer' } })
  return added.ok ? undefined : refused(added)
}
