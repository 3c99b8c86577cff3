import { countyDay } from '../core/clock.ts'
import { ageOn, isMinor } from '../core/person/age.ts'
import { type Applicant, readApplicant, type TypedApplicant } from '../core/person/applicant.ts'
import type { Consent } from '../core/person/consent.ts'
import { readGuardian, type TypedGuardian } from '../core/person/guardian.ts'
import { readIdNumber } from '../core/person/id-number.ts'
import { readName } from '../core/person/name.ts'
import type { PersonRole } from '../core/person/person.ts'
import { verifiedBy } from '../core/person/verification.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import type { Once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'
import { isCalled } from './open-person.ts'
import { type PersonDoc, people } from './person.collection.ts'
import { personRegistered } from './person-event.ts'
import type { RegisterPorts } from './register-person.ts'
import { sealPerson } from './seal-person.ts'
import { editVerification, verified } from './verify-person.ts'

export interface StationPorts extends RegisterPorts {
  readonly store: Pick<Store, 'get'>
  readonly townships: readonly string[]
}

export interface AtStation {
  readonly typed: TypedApplicant
  readonly guardian: TypedGuardian | undefined
  readonly roles: readonly PersonRole[]
  readonly township: string
  readonly consent: Consent
  readonly call: Once
}

/** Registers somebody who stands at the counter with his card; a phone with WeChat he needs none. */
export async function registerAtStation(ports: StationPorts, asked: AtStation): Promise<Result<PersonDoc>> {
  const { vault, clock, people: room, editor, store, demo = false } = ports
  const now = clock.now()
  const applicant = readApplicant(asked.typed, countyDay(now))
  if (!applicant.ok) return applicant
  if (!ports.townships.includes(asked.township)) return refuse('township-unknown')
  const guardian = guardianOf(applicant.value, asked, countyDay(now))
  if (!guardian.ok) return guardian
  const doc = sealPerson(vault, {
    ...applicant.value,
    ...{ id: deriveId('person', asked.call.key), county: room.county, contacts: [], licences: [], demo },
    ...{ roles: asked.roles, township: asked.township, registeredAt: now, channel: 'staff', guardian: guardian.value },
    ...{ verification: verifiedBy('counter', now), consents: [asked.consent] },
  })
  const inserted = await editor.insert(people, { ...withEvents(doc, [personRegistered(doc)]), keys: [{ ...asked.call, refused: null }] })
  if (inserted.ok) return accept(doc)
  const before = await store.get(people, room.county, doc.id)
  return before?.keys.some(({ key }) => key === asked.call.key) ? accept(before) : refuse('id-number-in-use')
}

function guardianOf(applicant: Applicant, { guardian }: AtStation, today: Temporal.PlainDate) {
  if (!isMinor(ageOn(today, applicant.birthDay))) return accept(undefined)
  return guardian === undefined ? refuse('guardian-missing') : readGuardian(guardian, applicant)
}

/** The registered person whose card was seen: name and number must be his. */
export async function personOfCard(
  ports: Pick<StationPorts, 'vault' | 'clock' | 'people'>,
  typed: Pick<TypedApplicant, 'name' | 'idNumber'>,
): Promise<Result<PersonDoc>> {
  const { vault, clock, people: room } = ports
  const name = readName(typed.name)
  if (!name.ok) return name
  const identity = readIdNumber(typed.idNumber, countyDay(clock.now()))
  if (!identity.ok) return identity
  const doc = await room.docByIdNumber(identity.value.idNumber)
  return doc !== undefined && isCalled(vault, doc, name.value) ? accept(doc) : refuse('not-found')
}

/** Somebody of the hall has looked at the card of a registered person. */
export async function verifyAtCounter(
  ports: StationPorts,
  { typed, call, isHere }: { typed: Pick<TypedApplicant, 'name' | 'idNumber'>; call: Once; isHere: (township: string) => boolean },
): Promise<Result<PersonDoc>> {
  const doc = await personOfCard(ports, typed)
  if (!doc.ok) return doc
  if (!isHere(doc.value.township)) return refuse('not-found')
  return editVerification(ports, { person: doc.value.id, call, decide: (before) => verified(before, 'counter', ports.clock.now()) })
}
