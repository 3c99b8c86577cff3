import { countyDay } from '@linggong/api/core/clock.ts'
import { ageOn, refuseChild } from '@linggong/api/core/person/age.ts'
import { readIdNumber } from '@linggong/api/core/person/id-number.ts'
import type { Refused } from '@linggong/api/core/result.ts'
import { isAnswer } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import { fillIn, newRegisterForm, nextField, questionOf } from '../dialogue/register-form.ts'
import type { PersonRole, RegisterForm } from '../dialogue/session.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { continuePost } from './post-job.ts'
import { refused } from './refused.ts'

const WRONG_BEFORE_STATION = 3
const ELDER_YEARS = 60

/** 注册, 我要招人: whoever is registered only adds a role. */
export const register: Command = async (turn) => {
  const role = turn.line.slots.role ?? null
  if (turn.person) return role === null || turn.person.roles.includes(role) ? privately(say('me', turn.person)) : addRole(turn, role)
  const filled = fillIn(newRegisterForm(role), withoutFreeText(turn))
  return 'ok' in filled ? wrong(turn, newRegisterForm(role), filled) : ask(turn, filled)
}

/** The first line is a command, so only what can be nothing else than registration data is taken from it. */
function withoutFreeText(turn: Turn): Turn {
  const found = turn.reader.readRegistration(turn.message.text)
  return { ...turn, message: { ...turn.message, text: '' }, reader: { ...turn.reader, readRegistration: () => found } }
}

async function addRole(turn: Turn, role: PersonRole): Promise<Outcome> {
  const added = await turn.api('addRole', { body: { role } })
  return added.ok ? privately(say('roleAdded', { role })) : refused(added)
}

/** The next line of an unfinished registration. */
export async function continueRegister(turn: Turn, form: RegisterForm): Promise<Outcome> {
  const { text } = turn.message
  if (isAnswer('drop', text)) return remembering(turn, privately(say('registrationGone')), { form: null })
  if (nextField(form) === null && isAnswer('agree', text)) return finish(turn, form)
  if (isAnswer('again', text)) return ask(turn, newRegisterForm(form.role, form.then))
  const filled = fillIn(form, turn)
  return 'ok' in filled ? wrong(turn, form, filled) : ask(turn, filled)
}

function ask(turn: Turn, form: RegisterForm): Outcome {
  const child = form.idNumber === null ? undefined : tooYoung(form.idNumber, turn.now)
  if (child) return remembering(turn, refused(child), { form: null })
  return remembering(turn, privately(questionOf(form, turn.now)), { form })
}

function tooYoung(idNumber: string, now: Temporal.Instant): Refused | undefined {
  const today = countyDay(now)
  const identity = readIdNumber(idNumber, today)
  return identity.ok ? refuseChild(ageOn(today, identity.value.birthDay)) : undefined
}

function wrong(turn: Turn, form: RegisterForm, no: Refused): Outcome {
  const misses = form.misses + 1
  if (misses >= WRONG_BEFORE_STATION) return remembering(turn, privately(say('toStation', turn.county.hall)), { form: null })
  return remembering(turn, refused(no), { form: { ...form, misses } })
}

async function finish(turn: Turn, form: RegisterForm): Promise<Outcome> {
  const { role, name, idNumber, phone, then } = form
  if (role === null || name === null || idNumber === null || phone === null) return ask(turn, form)
  const registered = await turn.api('registerPerson', { body: { role, name, idNumber, phone, consent: true } })
  if (!registered.ok) return remembering(turn, refused(registered), { form: null })
  const card = registered.value
  const elder = card.ageYears >= ELDER_YEARS && role === 'worker' ? [say('registeredElder')] : []
  const welcome = remembering(turn, privately(say('registered', { role }), ...elder), { form: null })
  if (then === null) return welcome
  const going = await continuePost({ ...turn, person: card, session: { ...turn.session, form: null } }, then)
  return { ...going, replies: [...welcome.replies, ...going.replies] }
}
