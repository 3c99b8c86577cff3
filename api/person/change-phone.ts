import type { PersonId } from '../core/id.ts'
import { type Phone, readPhone } from '../core/person/phone.ts'
import { codeTriesLeft, withCodes } from '../core/person/phone-change.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import type { Once } from '../store/once.ts'
import type { Vault } from '../vault/vault.ts'
import { editPerson, type PersonPorts } from './add-role.ts'
import { type CodeSender, sendCodes } from './code-sender.ts'
import { personCorrected, resealed } from './correct-person.ts'
import { openPersonalData } from './open-person.ts'
import type { PersonDoc } from './person.collection.ts'

export interface ChangePhonePorts extends PersonPorts {
  readonly vault: Vault
  /** undefined: nothing can be sent to a phone, and the hall changes it by the card. */
  readonly codeSender: CodeSender | undefined
  /** Digits that nobody can guess. */
  readonly newPhoneCode: () => string
}

interface Asked {
  readonly person: PersonId
  readonly phone: string
  readonly call: Once
}

export interface PhoneCodes {
  readonly oldCode: string
  readonly newCode: string
}

const secretOf = (person: PersonId, phone: Phone, { oldCode, newCode }: PhoneCodes): string =>
  JSON.stringify([person, phone, oldCode, newCode])

interface CodesSent {
  readonly before: Phone
  readonly phone: Phone
  readonly until: Temporal.Instant | undefined
}

/** A code to the phone that somebody has, so that it is he, and one to the new one, so that it is his. The same message twice sends them once. */
export async function askPhoneCodes(ports: ChangePhonePorts, { person, phone: typed, call }: Asked): Promise<Result<CodesSent>> {
  const { vault, clock, codeSender, newPhoneCode } = ports
  if (codeSender === undefined) return refuse('change-at-hall')
  const read = readPhone(typed)
  if (!read.ok) return read
  const phone = read.value
  const codes = { oldCode: newPhoneCode(), newCode: newPhoneCode() }
  const mark = vault.blindIndex('phone-change', secretOf(person, phone, codes))
  const now = clock.now()
  const decide = (doc: PersonDoc) => {
    const change = withCodes(doc.phoneChange, mark, now)
    return change.ok ? accept({ doc: { ...doc, phoneChange: { ...change.value, sentAt: [...change.value.sentAt] } } }) : change
  }
  const asked = await editPerson(ports, person, { call, decide })
  if (!asked.ok) return asked
  const { phone: before } = openPersonalData(vault, asked.value)
  const done = { before, phone, until: asked.value.phoneChange?.until }
  if (asked.value.phoneChange?.mark !== mark) return accept(done)
  const sent = await sendCodes(codeSender, [
    [before, codes.oldCode],
    [phone, codes.newCode],
  ])
  return sent ? accept(done) : refuse('try-again')
}

/** Both codes, typed by whose phone it is: the new one stands from now on, and the one before nowhere. Who guesses is stopped. */
export async function changePhone(
  ports: ChangePhonePorts,
  { person, phone: typed, call, ...codes }: Asked & PhoneCodes,
): Promise<Result<PersonDoc>> {
  const { vault, clock } = ports
  const read = readPhone(typed)
  if (!read.ok) return read
  const phone = read.value
  const now = clock.now()
  const marks = vault.indexes.ever('phone-change', secretOf(person, phone, codes))
  const decide = (doc: PersonDoc) => {
    const { phoneChange: change } = doc
    if (change === null || change.mark === null || codeTriesLeft(change, now) === 0) return accept({ doc })
    if (!marks.includes(change.mark)) return accept({ doc: { ...doc, phoneChange: { ...change, triesLeft: change.triesLeft - 1 } } })
    const changed = { ...resealed(vault, doc, { phone }), phoneChange: { ...change, mark: null } }
    return accept({ doc: withEvents(changed, [personCorrected(doc, { at: now, cause: call.key, fields: ['phone'], by: 'himself' })]) })
  }
  const edited = await editPerson(ports, person, { call, decide })
  if (!edited.ok) return edited
  const { phoneChange } = edited.value
  if (phoneChange?.mark === null && openPersonalData(vault, edited.value).phone === phone) return edited
  const triesLeft = codeTriesLeft(phoneChange, now)
  return triesLeft > 0 ? refuse('phone-code-wrong', { triesLeft }) : refuse('phone-code-over')
}
