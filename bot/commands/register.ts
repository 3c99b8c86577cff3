import type { PersonCard } from '@linggong/api/contract/person.contract.ts'
import { countyDay } from '@linggong/api/core/clock.ts'
import { ageOn, isMinor, refuseChild } from '@linggong/api/core/person/age.ts'
import { readIdNumber } from '@linggong/api/core/person/id-number.ts'
import type { Refused } from '@linggong/api/core/result.ts'
import { asksWhy, isAnswer, readPick, readRole } from '../copy/answers.ts'
import { type Saying, say } from '../copy/sayings.ts'
import { isEmpty, isWholePost, newPostForm } from '../dialogue/post-form.ts'
import { fillIn, newRegisterForm, nextField, questionOf } from '../dialogue/register-form.ts'
import type { PersonRole, PostForm, RegisterForm } from '../dialogue/session.ts'
import { type Command, isExplicit, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import type { Intent } from '../understand/intent.ts'
import { answerTo } from './answer-field.ts'
import { continuePost } from './post-job.ts'
import { refused } from './refused.ts'

const WRONG_BEFORE_STATION = 3
const ELDER_YEARS = 60

/** What somebody may want to know before giving an ID number away; the registration goes on afterwards. */
const ASKED_MEANWHILE: readonly Intent[] = ['help', 'human_agent', 'wallet', 'my_orders', 'list_jobs', 'seek_job', 'next_page', 'complain']

/** 注册, 我要招人: whoever is registered only adds a role. */
export const register: Command = async (turn) => {
  const role = turn.line.slots.role ?? readRole(turn.message.text) ?? null
  if (turn.person) return role === null || turn.person.roles.includes(role) ? registeredAlready(turn.person) : addRole(turn, role)
  const filled = fillIn(newRegisterForm(role), withoutFreeText(turn))
  return 'ok' in filled ? wrong(turn, newRegisterForm(role), filled) : ask(turn, filled)
}

const registeredAlready = (person: PersonCard): Outcome => privately(say('registeredAlready', person))

/** The first line is a command, so only what can be nothing else than registration data is taken from it. */
function withoutFreeText(turn: Turn): Turn {
  const found = turn.reader.readRegistration(turn.message.text)
  return { ...turn, message: { ...turn.message, text: '' }, reader: { ...turn.reader, readRegistration: () => found } }
}

async function addRole(turn: Turn, role: PersonRole): Promise<Outcome> {
  const added = await turn.api('addRole', { body: { role } })
  return added.ok ? privately(say('roleAdded', { role, wanted: turn.session.wanted })) : refused(added)
}

/** The next line of an unfinished registration. undefined: something is asked meanwhile. */
export async function continueRegister(turn: Turn, form: RegisterForm): Promise<Outcome | undefined> {
  const { text } = turn.message
  if (isAnswer(['drop', 'dropRegistration'], text)) return remembering(turn, privately(say('registrationGone')), { form: null })
  if (nextField(form) === null && isAnswer('agree', text)) return finish(turn, form)
  if (isAnswer('restart', text) || isAnswer('wrong', text)) return ask(turn, newRegisterForm(form.role, form.afterwards))
  if (isWholePost(turn.line)) return keepPost(turn, { ...form, afterwards: newPostForm(turn.line) ?? null })
  if (isMeanwhile(turn, form)) return undefined
  if (asksWhy(text)) return remembering(turn, privately(say('whyIdNumber'), questionOf(form, turn.now)), { form })
  const noted = form.afterwards && noteForPost(turn, form.afterwards)
  if (noted) return keepPost(turn, { ...form, afterwards: noted })
  if (asksDigits(form) && !hasDigits(text)) return again(turn, form)
  const filled = fillIn(form, turn)
  if ('ok' in filled) return wrong(turn, form, filled)
  const isNews = JSON.stringify(filled) !== JSON.stringify(form)
  return isNews ? ask(turn, { ...filled, misses: 0 }) : again(turn, form)
}

/** A command, or a choice out of the list that was shown in between. */
function isMeanwhile(turn: Turn, form: RegisterForm): boolean {
  const { text } = turn.message
  if (nextField(form) === 'role' && readRole(text) !== undefined) return false
  if (isExplicit(turn) && ASKED_MEANWHILE.includes(turn.line.intent)) return true
  const isChoice = turn.line.intent === 'choose' || readPick(text) !== undefined
  return isChoice && nextField(form) !== 'role' && turn.session.shown.length > 0
}

const LEAST_DIGITS = 5
const asksDigits = (form: RegisterForm): boolean => ['idNumber', 'phone', 'guardianPhone'].includes(nextField(form) ?? '')
const hasDigits = (text: string): boolean => text.normalize('NFKC').replace(/\D/g, '').length >= LEAST_DIGITS

/** 20个人, said where a name was asked, belongs to the post that waits. */
function noteForPost(turn: Turn, post: PostForm): PostForm | undefined {
  for (const field of ['headcount', 'pay', 'start'] as const) {
    const read = post.draft[field] === null ? answerTo(turn, post, field) : 'unsure'
    if (read !== 'past' && read !== 'unsure') return read
  }
  return undefined
}

/** Whoever says what work there is instead of a name is heard, and then asked for the name. */
function keepPost(turn: Turn, form: RegisterForm): Outcome {
  const kept = { ...form, role: form.role ?? 'employer' }
  return remembering(turn, privately(say('postKept'), questionOf(kept, turn.now)), { form: kept })
}

/** A child goes no further, and the county counts that there was one. */
async function ask(turn: Turn, form: RegisterForm): Promise<Outcome> {
  const { idNumber } = form
  const child = idNumber === null ? undefined : tooYoung(idNumber, turn.now)
  if (idNumber !== null && child) {
    await turn.api('checkIdNumber', { body: { idNumber } })
    return remembering(turn, refused(child), { form: null })
  }
  return remembering(turn, privately(questionOf(form, turn.now)), { form })
}

function tooYoung(idNumber: string, now: Temporal.Instant): Refused | undefined {
  const today = countyDay(now)
  const identity = readIdNumber(idNumber, today)
  return identity.ok ? refuseChild(ageOn(today, identity.value.birthDay)) : undefined
}

const wrong = (turn: Turn, form: RegisterForm, no: Refused): Outcome => missed(turn, form, refused(no))

/** Neither yes nor anything new: the same question once more. */
const again = (turn: Turn, form: RegisterForm): Outcome => missed(turn, form, privately(say('registerAgain'), questionOf(form, turn.now)))

function missed(turn: Turn, form: RegisterForm, answer: Outcome): Outcome {
  const misses = form.misses + 1
  if (misses >= WRONG_BEFORE_STATION) return remembering(turn, privately(say('toStation', turn.county.hall)), { form: null })
  return remembering(turn, answer, { form: { ...form, misses } })
}

async function finish(turn: Turn, form: RegisterForm): Promise<Outcome> {
  const { role, name, idNumber, phone, afterwards } = form
  const guardian = guardianOf(form)
  if (role === null || name === null || idNumber === null || phone === null) return ask(turn, form)
  const registered = await turn.api('registerPerson', { body: { role, name, idNumber, phone, consent: true, ...guardian } })
  if (!registered.ok) return notRegistered(turn, form, registered)
  if (afterwards === null || isEmpty(afterwards)) return welcomed(turn, registered.value, { role, form: afterwards })
  const isVerified = registered.value.verification === 'verified'
  const going = await continuePost({ ...turn, person: registered.value, session: { ...turn.session, form: null } }, afterwards)
  return { ...going, replies: [...privately(say(isVerified ? 'registeredToPost' : 'registeredUnverified')).replies, ...going.replies] }
}

const guardianOf = ({ isMinor, guardianName, guardianPhone }: RegisterForm) =>
  isMinor && guardianName !== null && guardianPhone !== null
    ? { guardian: { name: guardianName, phone: guardianPhone, consent: true as const } }
    : {}

/** What does not fit together is typed once more; what else is wrong ends it. */
function notRegistered(turn: Turn, form: RegisterForm, no: Refused): Outcome {
  const isTypedAgain = no.refusal === 'identity-mismatch'
  return remembering(turn, refused(no), { form: isTypedAgain ? { ...form, name: null, idNumber: null, isMinor: false, misses: 0 } : null })
}

/** Whoever is registered is asked where he lives, which is his to say or not. */
function welcomed(turn: Turn, person: PersonCard, { role, form }: { role: PersonRole; form: PostForm | null }): Outcome {
  const asking = form === null ? [say('askTownship')] : []
  const said = privately(...welcome(turn, role, person), ...asking)
  return remembering(turn, said, { form: form ?? { kind: 'township' }, wanted: null })
}

function welcome({ session }: Turn, role: PersonRole, { ageYears, verification }: PersonCard): readonly Saying[] {
  if (verification !== 'verified') return [say('registeredUnverified')]
  if (role === 'employer') return [say('registeredEmployer')]
  const limits = ageYears >= ELDER_YEARS ? [say('registeredElder')] : isMinor(ageYears) ? [say('registeredMinor')] : []
  return [say('registeredWorker', { wanted: session.wanted }), ...limits]
}
