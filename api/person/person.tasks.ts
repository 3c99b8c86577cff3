import type { Actor } from '../core/audit/audited.ts'
import { instantText, isBefore } from '../core/clock.ts'
import type { DomainEvent } from '../core/event.ts'
import { PERSONAL_FIELDS } from '../core/person/personal-data.ts'
import { askAgainAt } from '../core/person/verification.ts'
import type { Timers } from '../schedule/timers.ts'
import type { Store } from '../store/port.ts'
import type { PersonPorts } from './add-role.ts'
import { askVerifier } from './ask-verifier.ts'
import type { OpenPersonalData } from './open-personal-data.ts'
import { type PersonDoc, people } from './person.collection.ts'
import type { PersonVerifier } from './person-verifier.ts'
import { editVerification, mismatched, verified } from './verify-person.ts'

export interface PersonTasksParts extends PersonPorts {
  readonly store: Pick<Store, 'get'>
  readonly openPersonalData: OpenPersonalData
  readonly timers: Pick<Timers, 'set'>
  /** Undefined: only a look at the card makes sure of anybody. */
  readonly verifier: PersonVerifier | undefined
}

const VERIFY_PERSON = 'verify-person'
const SYSTEM: Actor = { role: 'system', id: VERIFY_PERSON }

const waits = (doc: PersonDoc | undefined): doc is PersonDoc => doc?.verification.state === 'unverified'

/** Whoever could not be asked about at his registration is asked about again. */
export const createPersonSubscribers = ({ store, people: room, timers, verifier }: PersonTasksParts) => [
  {
    name: 'wind-verification-clocks',
    on: ['personRegistered'] as const,
    async run({ facts, at }: DomainEvent<'personRegistered'>): Promise<void> {
      if (verifier === undefined || !waits(await store.get(people, room.county, facts.person))) return
      await timers.set({ kind: VERIFY_PERSON, subject: facts.person, dueAt: askAgainAt(at, at) })
    },
  },
]

export function createPersonTasks(parts: PersonTasksParts) {
  const { store, clock, people: room, timers, verifier, openPersonalData } = parts
  return {
    async [VERIFY_PERSON](subject: string): Promise<void> {
      const doc = await store.get(people, room.county, subject)
      if (!waits(doc) || verifier === undefined) return
      const key = `${VERIFY_PERSON}:${doc.id}:${instantText(clock.now())}`
      const opening = { key, actor: SYSTEM, purpose: 'verification', people: [doc.id], fields: PERSONAL_FIELDS } as const
      const claimed = (await openPersonalData(opening)).get(doc.id)
      if (claimed === undefined) return
      const verdict = await askVerifier(verifier, claimed)
      const now = clock.now()
      const { registeredAt } = doc
      const since = isBefore(now, registeredAt) ? now : registeredAt
      if (verdict === 'unavailable') return timers.set({ kind: VERIFY_PERSON, subject, dueAt: askAgainAt(now, since) })
      const decide = (before: PersonDoc) => (verdict === 'verified' ? verified(before, verifier.check, now) : mismatched(before, now))
      const edited = await editVerification(parts, { person: subject, decide })
      if (!edited.ok && edited.refusal === 'try-again') throw new Error('the person is being changed by many at once')
    },
  }
}
