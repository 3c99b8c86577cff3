import { inCounty } from '@linggong/api/core/clock.ts'
import { answerPost } from '../commands/answer-post.ts'
import { answerAppeal } from '../commands/appeal.ts'
import { startWork } from '../commands/attendance.ts'
import { answerPhone } from '../commands/change-phone.ts'
import { answerCompany, postAsMeanwhile } from '../commands/company.ts'
import { confirmed } from '../commands/confirmed-acts.ts'
import { eraseConfirmed } from '../commands/erase-me.ts'
import { exportConfirmed } from '../commands/export-mine.ts'
import { letHelp } from '../commands/let-help.ts'
import { answerHours } from '../commands/offer-pay.ts'
import { askOtherPayout, payOutConfirmed, takeBackConfirmed } from '../commands/pay-out.ts'
import { continuePost } from '../commands/post-job.ts'
import { answerStars } from '../commands/rate.ts'
import { continueRegister } from '../commands/register.ts'
import { answerWhichLicence, nameLicence } from '../commands/send-licence.ts'
import { settleAmounts } from '../commands/settle-work.ts'
import { answerTownship } from '../commands/tell-township.ts'
import { agreesTo, isAnswer, isBareNumber, readCode, readOtherAmount, readPick, saysDelete } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import { doWith } from './answer-command.ts'
import { isEmpty } from './post-form.ts'
import { questionOf } from './register-form.ts'
import {
  type ConfirmForm,
  type EraseForm,
  type Form,
  isDraft,
  type Question,
  type Session,
  type WhichForm,
  type WithdrawForm,
} from './session.ts'
import { isExplicit, led, type Outcome, privately, remembering, type Turn } from './turn.ts'

/** The line as the answer to what was asked last. undefined: it is about something else. */
export async function answerForm(turn: Turn, form: Form): Promise<Outcome | undefined> {
  if (form.kind === 'register') return continueRegister(turn, form)
  if (form.kind === 'post') return isHelp(turn) ? undefined : ((await postAsMeanwhile(turn, form)) ?? answerPost(turn, form))
  if (isAnswer(['drop', 'dropAct', 'dropPost'], turn.message.text) || turn.line.intent === 'deny')
    return closing(turn, privately(say('dropped')))
  const answered = (await answerQuestion(turn, form)) ?? (form.kind === 'township' || isExplicit(turn) ? undefined : 'again')
  if (answered === 'again') return remembering(turn, privately(say('answerOrDrop', { form })), { form })
  return answered && closing(turn, answered)
}

const isHelp = (turn: Turn): boolean => ['help', 'human_agent'].includes(turn.line.intent) && isExplicit(turn)

/** A question is open once; whatever came of the answer may ask the next. */
const closing = (turn: Turn, outcome: Outcome): Outcome =>
  outcome.session && outcome.session.form !== turn.session.form ? outcome : remembering(turn, outcome, { form: null })

async function answerQuestion(turn: Turn, form: Question): Promise<Outcome | 'again' | undefined> {
  if (form.kind === 'confirm') return answerConfirm(turn, form)
  if (form.kind === 'which') return answerWhich(turn, form)
  if (form.kind === 'hours') return answerHours(turn, form)
  if (form.kind === 'appeal') return answerAppeal(turn, form)
  if (form.kind === 'stars') return answerStars(turn, form)
  if (form.kind === 'withdraw') return answerWithdraw(turn, form)
  if (form.kind === 'take-back') return agrees(turn, 'take-back') ? takeBackConfirmed(turn, form) : undefined
  if (form.kind === 'export') return agrees(turn, 'export') ? exportConfirmed(turn) : undefined
  if (form.kind === 'erase') return answerErase(turn, form)
  if (form.kind === 'township') return answerTownship(turn)
  if (form.kind === 'picture') return form.cert === null ? nameLicence(turn) : undefined
  if (form.kind === 'let-help') return isAnswer('agree', turn.message.text) ? letHelp(turn) : undefined
  if (form.kind === 'phone') return answerPhone(turn, form)
  if (form.kind === 'whom') return undefined
  if (form.kind === 'company') return answerCompany(turn, form)
  if (form.kind === 'cert') return answerWhichLicence(turn, form)
  const code = readCode(turn.message.text)
  return code === undefined ? undefined : startWork({ ...turn, line: { ...turn.line, slots: { code } } })
}

const agrees = ({ line, message: { text } }: Turn, action: Parameters<typeof agreesTo>[0]): boolean =>
  line.intent === 'confirm' || isAnswer('agree', text) || agreesTo(action, text)

/** The last question takes no 好: whoever only agrees is told what to send. */
async function answerErase(turn: Turn, form: EraseForm): Promise<Outcome | 'again' | undefined> {
  if (saysDelete(turn.message.text)) return eraseConfirmed(turn, form)
  if (!agrees(turn, 'erase')) return undefined
  return form.asked === 'once' ? eraseConfirmed(turn, form) : 'again'
}

async function answerWithdraw(turn: Turn, form: WithdrawForm): Promise<Outcome | undefined> {
  if (agrees(turn, 'withdraw')) return payOutConfirmed(turn, form)
  const other = readOtherAmount(turn.message.text)
  return other === undefined ? undefined : askOtherPayout(turn, other)
}

async function answerConfirm(turn: Turn, form: ConfirmForm): Promise<Outcome | 'again' | undefined> {
  if (agrees(turn, form.action)) return confirmed(turn, form)
  if (form.action === 'confirm-work' || form.action === 'settle-work') return otherAmounts(turn, form)
  return turn.line.intent === 'choose' ? 'again' : undefined
}

/** The bill was shown, and somebody is to get something else. */
async function otherAmounts(turn: Turn, { number }: ConfirmForm): Promise<Outcome | 'again' | undefined> {
  const seen = await turn.api('seeJob', { params: { number } })
  const settling = seen.ok ? settleAmounts(turn, seen.value) : undefined
  return settling ?? (turn.line.intent === 'choose' ? 'again' : undefined)
}

async function answerWhich(turn: Turn, form: WhichForm): Promise<Outcome | 'again' | undefined> {
  const { verb, numbers, code, words } = form
  const { intent, slots } = turn.line
  const { text } = turn.message
  const option = intent === 'choose' ? slots.option : readPick(text)?.option
  const named = option === undefined ? (isBareNumber(text) ? slots.jobNo : undefined) : numbers[option - 1]
  if (named !== undefined && numbers.includes(named)) return doWith(turn, { verb, number: named, code, words })
  if (option !== undefined) return 'again'
  const trade = turn.reader.readSlot('trade', text, inCounty(turn.now))
  return trade === 'unsure' || verb === 'take' || isExplicit(turn) ? undefined : doWith(turn, { verb, code, words })
}

const isQuestion = (form: Form | null): form is Question => form !== null && !isDraft(form)

/** A draft that a question pushed aside comes back when the question is settled. */
const comeBack = (session: Session): Session =>
  session.form === null && session.behind !== null ? { ...session, form: session.behind, behind: null } : session

export const afterAnswer = ({ session }: Turn, outcome: Outcome): Outcome => ({ ...outcome, session: comeBack(outcome.session ?? session) })

/** A question that was passed over for a command is no longer open, so that a late 「确认」 does nothing; a draft is only pushed aside. */
export function afterCommand({ session: before }: Turn, outcome: Outcome): Outcome {
  const after = outcome.session ?? before
  if (!isQuestion(after.form)) return { ...outcome, session: comeBack(after) }
  if (after.form === before.form) return { ...outcome, session: comeBack({ ...after, form: null }) }
  return { ...outcome, session: { ...after, behind: isDraft(before.form) ? before.form : after.behind } }
}

/** After something else was answered the draft goes on where it was: no question is left hanging. One without a word in it is dropped. */
export async function backToDraft(turn: Turn, outcome: Outcome): Promise<Outcome> {
  const form = outcome.session?.form ?? null
  if (!isDraft(form) || (form !== turn.session.form && form !== turn.session.behind)) return outcome
  if (form.kind === 'post' && isEmpty(form)) return remembering(turn, outcome, { form: null })
  const question = form.kind === 'post' ? await continuePost(turn, form) : privately(questionOf(form, turn.now))
  const lead = say(form.kind === 'post' ? 'backToPost' : 'backToRegister')
  return { ...outcome, replies: [...outcome.replies, ...led(lead, question).replies] }
}
