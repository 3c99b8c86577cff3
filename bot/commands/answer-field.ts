import { inCounty } from '@linggong/api/core/clock.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { isPlainWords, namesDay, readCorrection } from '../copy/answers.ts'
import { clip } from '../copy/format.ts'
import { say } from '../copy/sayings.ts'
import { readAddition, withLength, withPromises } from '../dialogue/post-addition.ts'
import { filledUp, forbidden, noted } from '../dialogue/post-form.ts'
import { isSeats, isWorkDay } from '../dialogue/post-terms.ts'
import type { PostField, PostForm } from '../dialogue/session.ts'
import { isExplicit, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import type { Intent } from '../understand/intent.ts'
import { missed } from './miss.ts'
import { continuePost } from './post-job.ts'

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

/** The answer to the one thing that was asked. undefined: the line is about something else. */
export async function readAnswer(turn: Turn, form: PostForm, field: PostField): Promise<Outcome | undefined> {
  const { intent } = turn.line
  if (isExplicit(turn) && NO_ANSWER.includes(intent)) return undefined
  const read = answerTo(turn, form, field)
  if (read === 'past') return missed(turn, form, privately(say('pastStart')))
  if (read !== 'unsure') return takeAnswer(turn, read, field)
  if (!ANSWER_LIKE.includes(intent)) return undefined
  const addition = readAddition(turn, turn.message.text)
  const promised = withLength(withPromises(form, addition), addition)
  if (JSON.stringify(promised) !== JSON.stringify(form)) return continuePost(turn, promised)
  const isOpenPay = field === 'pay' && addition.findings.includes('pay-negotiable')
  const again = isOpenPay ? say('ask', { field, reason: 'pay-negotiable', day: null }) : say('askAgain', { field })
  return missed(turn, form, privately(again))
}

/** Who is asked for one thing often says the next one too: 3个人，一天180，包午饭. Only the name of a place is taken as it is. */
async function takeAnswer(turn: Turn, read: PostForm, field: PostField): Promise<Outcome> {
  const { text } = turn.message
  const asked = { ...read, draft: { ...read.draft, [field]: null }, asking: field }
  const isShown = field === 'place' || field === 'trade'
  if (isShown && !isPlainWords(text)) return remembering(turn, privately(say('onlyPlainWords')), { form: asked })
  const addition = readAddition(turn, text)
  const no = forbidden(addition) ?? (isShown ? noted(addition)[0] : undefined)
  if (no) return remembering(turn, privately(say('refusedPost', { finding: no })), { form: asked })
  const form = { ...read, asking: null, misses: 0 }
  if (field === 'place') return continuePost(turn, form)
  const [more] = turn.line.intent === 'post_job' ? turn.line.jobs : []
  const filled = more ? { ...form, draft: filledUp(form.draft, more) } : form
  return continuePost(turn, { ...withPromises(filled, addition), findings: [...form.findings, ...noted(addition)] })
}

/** The form with the answer in it. */
export function answerTo(turn: Turn, form: PostForm, field: PostField): PostForm | 'past' | 'unsure' {
  const text = readCorrection(turn.message.text) ?? turn.message.text
  if (field === 'hours') return hoursAnswered(turn, form, text)
  if (field === 'start') return startAnswered(turn, form, text)
  const value = turn.reader.readSlot(field as 'place', text, inCounty(turn.now))
  if (value === 'past' || value === 'unsure') return value
  if (field === 'headcount' && !isSeats(Number(value))) return 'unsure'
  const content = field === 'trade' ? clip(text.trim(), LIMIT.contentCharacters) : form.content
  return { ...form, draft: { ...form.draft, [field]: value }, content }
}

const MINUTES_PER_HOUR = 60

function hoursAnswered({ reader, now }: Turn, form: PostForm, text: string): PostForm | 'unsure' {
  const minutes = reader.readSlot('hours', text, inCounty(now))
  const hours = typeof minutes === 'number' ? minutes / MINUTES_PER_HOUR : 0
  return isWorkDay(hours) ? { ...form, hoursPerDay: hours } : 'unsure'
}

/** 明天早8点到下午5点 answers when it ends, too. */
function startAnswered({ reader, now }: Turn, form: PostForm, text: string): PostForm | 'past' | 'unsure' {
  const day = namesDay(text) ? inCounty(now) : onTheDaySaid(form.draft.start, now)
  const start = reader.readSlot('start', text, day)
  if (start === 'past' || start === 'unsure') return start
  const end = reader.readSlot('end', text, day)
  const isEnd = end !== 'past' && end !== 'unsure' && end !== start
  return { ...form, draft: { ...form.draft, start, end: isEnd ? end : form.draft.end } }
}

/** 「早上7点」 after 「明天」 means seven tomorrow: the hour is read as on the day that was said. */
function onTheDaySaid(start: string | null, now: Temporal.Instant): Temporal.ZonedDateTime {
  const today = inCounty(now)
  if (start === null) return today
  const day = Temporal.PlainDate.from(start.slice(0, 10))
  return Temporal.PlainDate.compare(day, today.toPlainDate()) > 0 ? day.toZonedDateTime(today.timeZoneId) : today
}
