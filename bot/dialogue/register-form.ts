import { countyDay } from '@linggong/api/core/clock.ts'
import { readIdNumber } from '@linggong/api/core/person/id-number.ts'
import { maskIdNumber, maskName, maskPhone } from '@linggong/api/core/person/mask.ts'
import { readName } from '@linggong/api/core/person/name.ts'
import { readPhone } from '@linggong/api/core/person/phone.ts'
import { type Refused, refuse } from '@linggong/api/core/result.ts'
import { isNoName, readRole } from '../copy/answers.ts'
import { type Saying, say } from '../copy/sayings.ts'
import type { PersonRole, PostForm, RegisterForm } from './session.ts'
import type { Turn } from './turn.ts'

type Field = 'role' | 'name' | 'idNumber' | 'phone'

export const newRegisterForm = (role: PersonRole | null, afterwards: PostForm | null = null): RegisterForm => ({
  kind: 'register',
  role,
  name: null,
  idNumber: null,
  phone: null,
  misses: 0,
  afterwards,
})

/** What is asked next; null when only the consent is missing. */
export const nextField = ({ role, name, idNumber, phone }: RegisterForm): Field | null => {
  if (role === null) return 'role'
  if (name === null) return 'name'
  if (idNumber === null) return 'idNumber'
  return phone === null ? 'phone' : null
}

/** The question for what is missing, or the card that asks for consent: masked, because chats are shown around. */
export function questionOf(form: RegisterForm, now: Temporal.Instant): Saying {
  const { role, name, idNumber, phone } = form
  if (role === null) return say('askRole')
  if (name === null) return say('askName', { role })
  if (idNumber === null) return say('askIdNumber')
  if (phone === null) return say('askPhone')
  const [readyName, identity, readyPhone] = [readName(name), readIdNumber(idNumber, countyDay(now)), readPhone(phone)]
  if (!readyName.ok || !identity.ok || !readyPhone.ok) return say('askIdNumber')
  return say('askConsent', {
    name: maskName(readyName.value),
    idNumber: maskIdNumber(identity.value.idNumber),
    phone: maskPhone(readyPhone.value),
  })
}

/** Takes what a line gives: whatever registration data stand in it, else the answer to what was asked. A wrong value is refused and asked again. */
export function fillIn(form: RegisterForm, { message, reader, now }: Pick<Turn, 'message' | 'reader' | 'now'>): RegisterForm | Refused {
  const { text } = message
  const asked = nextField(form)
  const found = reader.readRegistration(text)
  const said = (field: 'name' | 'idNumber' | 'phone') => found[field] ?? (asked === field ? text : undefined)
  const next = { ...form, role: form.role ?? (asked === 'role' ? (readRole(text) ?? null) : null) }
  const values = { name: nameIn(found.name, asked === 'name' ? text : undefined), idNumber: said('idNumber'), phone: said('phone') }
  const no = whyWrong(values, now)
  if (no) return no
  return { ...next, name: values.name ?? form.name, idNumber: values.idNumber ?? form.idNumber, phone: values.phone ?? form.phone }
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
