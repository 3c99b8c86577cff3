import { inCounty } from '@linggong/api/core/clock.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { isAnswer, readNote } from '../copy/answers.ts'
import { clip } from '../copy/format.ts'
import { say } from '../copy/sayings.ts'
import { SOME_POST } from '../copy/words.ts'
import {
  EMPTY_FORM,
  filledUp,
  forbidden,
  isWholePost,
  newPostForm,
  nextPostForm,
  noted,
  withNote,
  withPost,
} from '../dialogue/post-form.ts'
import { isSeats, isWorkDay } from '../dialogue/post-terms.ts'
import type { PostField, PostForm } from '../dialogue/session.ts'
import { isExplicit, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import type { Intent } from '../understand/intent.ts'
import type { FindingKind } from '../understand/understanding.ts'
import { continuePost } from './post-job.ts'
import { publish } from './publish-job.ts'

const MISSES_BEFORE_A_PERSON = 3

/** The next line while a post is being put together. undefined: the line is about something else. */
export async function answerPost(turn: Turn, form: PostForm): Promise<Outcome | undefined> {
  const { text } = turn.message
  if (isAnswer('restart', text)) return remembering(turn, privately(say('howToPost')), { form: { ...EMPTY_FORM, rest: form.rest } })
  if (form.asking === null && isAnswer('wrong', text)) return editAgain(turn, form, 'unsure')
  if (isAnswer('drop', text) || (turn.line.intent === 'deny' && !isAnswer('wrong', text))) return drop(turn, form)
  if (isWholePost(turn.line)) return anotherPost(turn, form)
  return form.asking === null ? answerCard(turn, form) : readAnswer(turn, form, form.asking)
}

async function drop(turn: Turn, form: PostForm): Promise<Outcome> {
  const dropped = remembering(turn, privately(say('postDropped')), { form: null })
  const next = nextPostForm(form)
  if (!next) return dropped
  const going = await continuePost(turn, next)
  return { ...going, replies: [...dropped.replies, ...going.replies] }
}

async function anotherPost(turn: Turn, form: PostForm): Promise<Outcome> {
  const said = newPostForm(turn.line)
  const no = said && forbidden(said)
  if (no) return remembering(turn, privately(say('refusedPost', { finding: no })), { form })
  const both = withPost(form, turn.line)
  const going = await continuePost(turn, both)
  if (both.rest.length === form.rest.length) return going
  return { ...going, replies: [...privately(say('postQueued')).replies, ...going.replies] }
}

async function answerCard(turn: Turn, form: PostForm): Promise<Outcome | undefined> {
  const { text } = turn.message
  const { intent } = turn.line
  if (intent === 'publish' || intent === 'confirm' || isAnswer('agree', text)) return publish(turn, form)
  const note = readNote(text)
  if (note !== undefined) return addNote(turn, form, note)
  if (isExplicit(turn) && !EDIT_LIKE.includes(intent)) return undefined
  const edited = turn.reader.applyEdit(form.draft, text, inCounty(turn.now))
  if (!edited.ok) return editAgain(turn, form, edited.why)
  const content = edited.changed.includes('trade') ? (edited.draft.trade ?? '') : form.content
  return continuePost(turn, { ...form, draft: edited.draft, content, misses: 0 })
}

/** What the law forbids to publish may not come in by the side door. */
async function addNote(turn: Turn, form: PostForm, note: string): Promise<Outcome> {
  const findings = findingsIn(turn, note)
  const no = forbidden({ findings }) ?? noted({ findings })[0]
  return no ? remembering(turn, privately(say('refusedPost', { finding: no })), { form }) : continuePost(turn, withNote(form, note))
}

/** What is wrong with words that are part of a post: they are read at the end of one that is right. */
function findingsIn({ reader, now }: Turn, words: string): readonly FindingKind[] {
  const line = { text: `${SOME_POST} ${words}`, channel: 'private', role: 'employer', now: inCounty(now), context: [] } as const
  return reader.understand(line).findings.map(({ kind }) => kind)
}

/** What may be said of a card without being a command of its own. */
const EDIT_LIKE: readonly Intent[] = ['edit_draft', 'edit_job', 'post_job', 'choose']

function editAgain(turn: Turn, form: PostForm, why: 'past' | 'unsure'): Outcome {
  if (why === 'past') return remembering(turn, privately(say('pastStart')), { form })
  return missed(turn, form, privately(say('editAgain')))
}

function missed(turn: Turn, form: PostForm, answer: Outcome): Outcome {
  const misses = form.misses + 1
  if (misses < MISSES_BEFORE_A_PERSON) return remembering(turn, answer, { form: { ...form, misses } })
  return remembering(turn, privately(say('stillNotUnderstood', turn.county.hall)), { form: { ...form, misses: 0 } })
}

/** What a muddled answer is understood as when it is no command of its own. */
const ANSWER_LIKE: readonly Intent[] = ['none', 'help', 'post_job', 'choose', 'confirm', 'publish', 'edit_draft', 'job_detail', 'deny']
/** Commands nobody would give as the name of a place or of a work. */
const NO_ANSWER: readonly Intent[] = [
  'list_jobs',
  'next_page',
  'my_orders',
  'wallet',
  'grab',
  'undo',
  'cancel_job',
  'register',
  'human_agent',
  'help',
]

async function readAnswer(turn: Turn, form: PostForm, field: PostField): Promise<Outcome | undefined> {
  const { intent } = turn.line
  if (isExplicit(turn) && NO_ANSWER.includes(intent)) return undefined
  const read = answerTo(turn, form, field)
  if (read === 'past') return missed(turn, form, privately(say('pastStart')))
  if (read !== 'unsure') return continuePost(turn, { ...withRest(read, turn), asking: null, misses: 0 })
  if (!ANSWER_LIKE.includes(intent)) return undefined
  const isOpenPay = field === 'pay' && findingsIn(turn, turn.message.text).includes('pay-negotiable')
  const again = isOpenPay ? say('ask', { field, reason: 'pay-negotiable', day: null }) : say('askAgain', { field })
  return missed(turn, form, privately(again))
}

/** Who is asked for one thing often says the next one too: 3个人，一天180. */
function withRest(form: PostForm, { line }: Turn): PostForm {
  const [more] = line.intent === 'post_job' ? line.jobs : []
  return more ? { ...form, draft: filledUp(form.draft, more) } : form
}

function answerTo(turn: Turn, form: PostForm, field: PostField): PostForm | 'past' | 'unsure' {
  if (field === 'hours') return hoursAnswered(turn, form)
  if (field === 'start') return startAnswered(turn, form)
  const { text } = turn.message
  const value = turn.reader.readSlot(field as 'place', text, inCounty(turn.now))
  if (value === 'past' || value === 'unsure') return value
  if (field === 'headcount' && !isSeats(Number(value))) return 'unsure'
  const content = field === 'trade' ? clip(text.trim(), LIMIT.contentCharacters) : form.content
  return { ...form, draft: { ...form.draft, [field]: value }, content }
}

function hoursAnswered({ reader, message, now }: Turn, form: PostForm): PostForm | 'unsure' {
  const minutes = reader.readSlot('hours', message.text, inCounty(now))
  const hours = typeof minutes === 'number' ? minutes / MINUTES_PER_HOUR : 0
  return isWorkDay(hours) ? { ...form, hoursPerDay: hours } : 'unsure'
}

/** 明天早8点到下午5点 answers when it ends, too. */
function startAnswered({ reader, message, now }: Turn, form: PostForm): PostForm | 'past' | 'unsure' {
  const day = onTheDaySaid(form.draft.start, now)
  const start = reader.readSlot('start', message.text, day)
  if (start === 'past' || start === 'unsure') return start
  const end = reader.readSlot('end', message.text, day)
  const isEnd = end !== 'past' && end !== 'unsure' && end !== start
  return { ...form, draft: { ...form.draft, start, end: isEnd ? end : form.draft.end } }
}

const MINUTES_PER_HOUR = 60

/** 「早上7点」 after 「明天」 means seven tomorrow: the hour is read as on the day that was said. */
function onTheDaySaid(start: string | null, now: Temporal.Instant): Temporal.ZonedDateTime {
  const today = inCounty(now)
  if (start === null) return today
  const day = Temporal.PlainDate.from(start.slice(0, 10))
  return Temporal.PlainDate.compare(day, today.toPlainDate()) > 0 ? day.toZonedDateTime(today.timeZoneId) : today
}
