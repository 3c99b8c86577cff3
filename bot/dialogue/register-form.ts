import { countyDay } from '@linggong/api/core/clock.ts'
import { ageOn, isMinor } from '@linggong/api/core/person/age.ts'
import { readIdNumber } from '@linggong/api/core/person/id-number.ts'
import { maskIdNumber, maskName, maskPhone } from '@linggong/api/core/person/mask.ts'
import { readName } from '@linggong/api/core/person/name.ts'
import { readPhone } from '@linggong/api/core/person/phone.ts'
import { type Refused, refuse } from '@linggong/api/core/result.ts'
import { isAnswer, isNoName, readRole, withoutKin } from '../copy/answers.ts'
import { type Saying, say } from '../copy/sayings.ts'
import type { Registration } from '../understand/answers/read-registration.ts'
import type { PersonRole, PostForm, RegisterForm } from './session.ts'
import type { Turn } from './turn.ts'

type Field = 'role' | 'name' | 'idNumber' | 'phone' | 'guardianName' | 'guardianPhone'

export const newRegisterForm = (role: PersonRole | null, afterwards: PostForm | null = null): RegisterForm => ({
  kind: 'register',
  role,
  name: null,
  idNumber: null,
  phone: null,
  isMinor: false,
  guardianName: null,
  guardianPhone: null,
  misses: 0,
  afterwards,
})

/** What is asked next; null when only the consent is missing. */
export function nextField(form: RegisterForm): Field | null {
  const asked: readonly Field[] = ['role', 'name', 'idNumber', 'phone', ...(form.isMinor ? GUARDIAN : [])]
  return asked.find((field) => form[field] === null) ?? null
}
const GUARDIAN = ['guardianName', 'guardianPhone'] as const

/** The question for what is missing, or the card that asks for consent: masked, because chats are shown around. */
export function questionOf(form: RegisterForm, now: Temporal.Instant): Saying {
  const { role, name, idNumber, phone } = form
  if (role === null) return say('askRole')
  if (name === null) return say('askName', { role })
  if (idNumber === null) return say('askIdNumber')
  if (phone === null) return say('askPhone')
  const [readyName, identity, readyPhone] = [readName(name), readIdNumber(idNumber, countyDay(now)), readPhone(phone)]
  if (!readyName.ok || !identity.ok || !readyPhone.ok) return say('askIdNumber')
  const guardian = guardianOf(form)
  if (guardian === 'name') return say('askGuardianName')
  if (guardian === 'phone') return say('askGuardianPhone')
  return say('askConsent', {
    name: maskName(readyName.value),
    idNumber: maskIdNumber(identity.value.idNumber),
    phone: maskPhone(readyPhone.value),
    guardian,
  })
}

/** Whom to ask for, or who it is, masked; null where nobody is needed. */
function guardianOf({ isMinor, guardianName, guardianPhone }: RegisterForm): 'name' | 'phone' | { name: string; phone: string } | null {
  if (!isMinor) return null
  const name = readName(guardianName ?? '')
  if (!name.ok) return 'name'
  const phone = readPhone(guardianPhone ?? '')
  return phone.ok ? { name: maskName(name.value), phone: maskPhone(phone.value) } : 'phone'
}

/** Takes what a line gives: whatever registration data stand in it, else the answer to what was asked. A wrong value is refused and asked again. */
export function fillIn(form: RegisterForm, { message, reader, now }: Pick<Turn, 'message' | 'reader' | 'now'>): RegisterForm | Refused {
  const { text } = message
  const asked = nextField(form)
  const kin = withoutKin(text)
  if (asked === 'guardianName' || asked === 'guardianPhone')
    return withGuardian(form, reader.readRegistration(kin), isNoName(kin) || isAnswer('agree', kin) ? '' : kin)
  const found = reader.readRegistration(text)
  const said = (field: 'name' | 'idNumber' | 'phone') => found[field] ?? (asked === field ? text : undefined)
  const next = { ...form, role: form.role ?? (asked === 'role' ? (readRole(text) ?? null) : null) }
  const values = { name: nameIn(found.name, asked === 'name' ? text : undefined), idNumber: said('idNumber'), phone: said('phone') }
  const no = whyWrong(values, now)
  if (no) return no
  const filled = { ...next, name: values.name ?? form.name, idNumber: values.idNumber ?? form.idNumber, phone: values.phone ?? form.phone }
  return { ...filled, isMinor: isOfMinor(filled.idNumber, now) }
}

function isOfMinor(idNumber: string | null, now: Temporal.Instant): boolean {
  const today = countyDay(now)
  const identity = idNumber === null ? undefined : readIdNumber(idNumber, today)
  return identity?.ok === true && isMinor(ageOn(today, identity.value.birthDay))
}

/** His own name or phone once more is no guardian's. */
function withGuardian(form: RegisterForm, found: Registration, answer: string): RegisterForm | Refused {
  const name = readName(form.guardianName ?? found.name ?? answer)
  if (!name.ok) return name
  const typed = found.phone ?? (form.guardianName === null ? undefined : answer)
  const phone = typed === undefined ? undefined : readPhone(typed)
  if (phone?.ok === false) return phone
  if (name.value === form.name || phone?.value === form.phone) return refuse('guardian-missing')
  return { ...form, guardianName: name.value, guardianPhone: phone?.value ?? null }
}

/** An answer that is a question or a refusal would else be taken for a name: 为什么要. */
const nameIn = (found: string | undefined, answer: string | undefined): string | undefined =>
  found ?? (answer !== undefined && isNoName(answer) ? '' : answer)

interface Said {
  readonly name: string | undefined
  readonly idNumber: string | undefined
  readonly phone: string | undefined
}

function whyWrong({ name, idNumber, phone }: Said, now: Temporal.Instant): Refused | undefined {
  const results = [
    name === undefined ? undefined : readName(name),
    idNumber === undefined ? undefined : readIdNumber(idNumber, countyDay(now)),
    phone === undefined ? undefined : readPhone(phone),
  ]
  const wrong = results.find((result) => result?.ok === false)
  return wrong && !wrong.ok ? refuse(wrong.refusal, wrong.facts) : undefined
}
