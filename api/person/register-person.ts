import { countyDay } from '../core/clock.ts'
import { asId } from '../core/id.ts'
import { ageOn, isMinor } from '../core/person/age.ts'
import { type Applicant, readApplicant, type TypedApplicant } from '../core/person/applicant.ts'
import { CONSENT_TEXT } from '../core/person/consent.ts'
import { type Guardian, readGuardian, type TypedGuardian } from '../core/person/guardian.ts'
import type { PersonRole } from '../core/person/person.ts'
import { UNVERIFIED, type Verdict, type Verification, verifiedBy } from '../core/person/verification.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import type { Once } from '../store/once.ts'
import { isShared } from '../vault/blinds.ts'
import { deriveId } from '../vault/digest.ts'
import type { Vault } from '../vault/vault.ts'
import { editPerson, type PersonPorts, withRole } from './add-role.ts'
import { askVerifier } from './ask-verifier.ts'
import { type BindPorts, bindContact } from './bind-contact.ts'
import { countMismatch, lockedOut } from './count-identity-tries.ts'
import { isSaidBy } from './open-person.ts'
import { type PersonDoc, people } from './person.collection.ts'
import { personRegistered } from './person-event.ts'
import type { PersonVerifier } from './person-verifier.ts'
import { blindIdNumber, sealPerson } from './seal-person.ts'

export interface RegisterPorts extends PersonPorts {
  readonly vault: Vault
  /** In a demo county everybody is made up, also who registers while it runs. */
  readonly demo?: boolean
}

export interface RegistrationPorts extends RegisterPorts, BindPorts {
  /** Undefined: only a look at the card makes sure of anybody. */
  readonly verifier: PersonVerifier | undefined
}

export interface Registration {
  readonly typed: TypedApplicant
  /** Who answers for him; needed of 16- and 17-year-olds, left aside otherwise. */
  readonly guardian: TypedGuardian | undefined
  readonly role: PersonRole
  readonly contact: string
  readonly call: Once
}

type Known = Registration & { readonly applicant: Applicant }

/**
 * Registers the acting contact, or gives him a further role when he is registered under the same ID number. A refusal stores nothing but a
 * count. That an ID number is one person and a contact too is kept by the insert alone, never by having looked before.
 */
export async function registerPerson(ports: RegistrationPorts, asked: Registration): Promise<Result<PersonDoc>> {
  const today = countyDay(ports.clock.now())
  const applicant = readApplicant(asked.typed, today)
  if (!applicant.ok) return applicant
  const known = { ...asked, applicant: applicant.value }
  const before = await ports.people.docByContact(asked.contact)
  if (before) return registerAgain(ports, before, known)
  const guardian = guardianOf(known, today)
  if (!guardian.ok) return guardian
  const verification = await verificationOf(ports, known)
  return verification.ok ? insert(ports, known, { guardian: guardian.value, verification: verification.value }) : verification
}

function guardianOf({ applicant, guardian }: Known, today: Temporal.PlainDate): Result<Guardian | undefined> {
  if (!isMinor(ageOn(today, applicant.birthDay))) return accept(undefined)
  return guardian === undefined ? refuse('guardian-missing') : readGuardian(guardian, applicant)
}

async function verificationOf(ports: RegistrationPorts, { applicant, contact, call }: Known): Promise<Result<Verification>> {
  const { verifier, clock } = ports
  if (verifier === undefined) return accept(UNVERIFIED)
  const claim = { contact, idNumber: applicant.idNumber }
  const locked = await lockedOut(ports, claim)
  if (locked) return locked
  const verdict: Verdict = await askVerifier(verifier, applicant)
  if (verdict === 'mismatch') return countMismatch(ports, claim, call)
  return accept(verdict === 'verified' ? verifiedBy(verifier.check, clock.now()) : UNVERIFIED)
}

interface MadeSureOf {
  readonly guardian: Guardian | undefined
  readonly verification: Verification
}

async function insert(ports: RegistrationPorts, known: Known, sure: MadeSureOf): Promise<Result<PersonDoc>> {
  const doc = newPerson(ports, known, sure)
  const inserted = await ports.editor.insert(people, doc)
  if (inserted.ok) return accept(doc)
  const meanwhile = await ports.people.docByContact(known.contact)
  if (meanwhile) return registerAgain(ports, meanwhile, known)
  return inserted.duplicate === 'idNumber' ? bindAgain(ports, known) : refuse('try-again')
}

/**
 * Somebody registered already writes as another contact: name, ID number and phone together say that it is he. Who gets one of them wrong
 * learns no more than that the number is in use, and has one try less.
 */
async function bindAgain(ports: RegistrationPorts, { applicant, contact, call }: Known): Promise<Result<PersonDoc>> {
  const doc = await ports.people.docByIdNumber(applicant.idNumber)
  if (doc === undefined) return refuse('try-again')
  if (isSaidBy(ports.vault, doc, applicant)) return bindContact(ports, doc, { contact, call })
  const counted = await countMismatch(ports, { contact, idNumber: applicant.idNumber }, call)
  return counted.refusal === 'identity-locked' ? counted : refuse('id-number-in-use')
}

function newPerson(ports: RegisterPorts, { applicant, role, contact, call }: Known, { guardian, verification }: MadeSureOf): PersonDoc {
  const { vault, clock, people: room, demo = false } = ports
  const doc = sealPerson(vault, {
    ...applicant,
    id: deriveId('person', call.key),
    county: room.county,
    roles: [role],
    licences: [],
    township: '',
    demo,
    contacts: [asId<'contact'>(contact)],
    registeredAt: clock.now(),
    channel: 'chat',
    verification,
    guardian,
    consents: [{ at: clock.now(), how: 'chat', text: CONSENT_TEXT, by: 'himself' }],
  })
  return { ...withEvents(doc, [personRegistered(doc)]), keys: [{ ...call, refused: null }] }
}

/** The name and phone first given stay; changing them is another request, with its own checks. */
function registerAgain(ports: RegisterPorts, known: PersonDoc, { applicant, role, call }: Known): Promise<Result<PersonDoc>> {
  const blind = blindIdNumber(ports.vault, applicant.idNumber)
  return editPerson(ports, known.id, {
    call,
    decide: (doc) => {
      if (!isShared(doc.idNumberBlind, blind) || doc.roles.includes(role)) return refuse('already-registered')
      return accept({ doc: withRole(doc, role, ports.clock.now()) })
    },
  })
}
