import { staffAct, staffActor } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { Handlers } from '../contract/handler.ts'
import type { StaffCaller } from '../contract/route.ts'
import { countyDay, instantText } from '../core/clock.ts'
import { asId } from '../core/id.ts'
import type { Consent } from '../core/person/consent.ts'
import { readIdNumber } from '../core/person/id-number.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { StaffAction } from '../core/staff/action.ts'
import { can } from '../core/staff/policy.ts'
import { randomId } from '../vault/digest.ts'
import { type BindPorts, giveBindingCode } from './bind-contact.ts'
import { correctPerson } from './correct-person.ts'
import { importPeopleFile } from './import-people-file.ts'
import { cardOf } from './mask-person.ts'
import type { PersonDoc } from './person.collection.ts'
import { personCall } from './person-call.ts'
import { personOfCard, registerAtStation, type StationPorts, verifyAtCounter } from './station-person.ts'

export interface StationRoutesParts extends StationPorts, BindPorts {
  readonly store: BindPorts['store']
  /** Digits that nobody can guess. */
  readonly newBindingCode: () => string
  readonly audited: Audited
}

type StationHandlers = Pick<
  Handlers,
  'registerAtStation' | 'findPerson' | 'verifyAtCounter' | 'giveBindingCode' | 'correctPerson' | 'importPeople'
>

/** What the people of a station do for somebody who stands before them; who did it stands in the audit and beside the consent. */
export function createStationRoutes(parts: StationRoutesParts): StationHandlers {
  const { vault, clock, audited, newBindingCode } = parts

  const consentOf = (caller: StaffCaller, said: Pick<Consent, 'how' | 'text'>): Consent => ({
    ...said,
    at: clock.now(),
    by: staffActor(caller.staff.id).id,
  })
  const isHere = ({ staff, county }: StaffCaller, action: StaffAction, township: string) => can(staff, action, { county, township })
  /** The townships that there are for whoever asks. Left empty, one is unknown: that is for who works for the whole county. */
  const within = (caller: StaffCaller, action: StaffAction, townships = parts.townships): StationRoutesParts => ({
    ...parts,
    townships: townships.filter((township) => isHere(caller, action, township)),
  })
  async function personMeant(who: { readonly person: string } | { readonly idNumber: string }): Promise<PersonDoc | undefined> {
    if ('person' in who) return parts.people.docById(asId<'person'>(who.person))
    const identity = readIdNumber(who.idNumber, countyDay(clock.now()))
    return identity.ok ? parts.people.docByIdNumber(identity.value.idNumber) : undefined
  }
  const shown = (doc: Result<PersonDoc>) =>
    doc.ok ? accept({ person: doc.value.id, card: cardOf(vault, doc.value, countyDay(clock.now())) }) : doc

  return {
    async registerAtStation({ body, caller }) {
      const { name, idNumber, phone, guardian, roles, township } = body
      const call = personCall(vault, caller, { route: 'registerAtStation', body })
      const asked = { ...staffAct(caller, call), action: 'register-person', subjects: [], facts: { how: body.consent.how } } as const
      const registering = { typed: { name, idNumber, phone }, guardian, roles: [...new Set(roles)], township, call }
      return audited(asked, async () =>
        shown(await registerAtStation(within(caller, 'register-people'), { ...registering, consent: consentOf(caller, body.consent) })),
      )
    },
    async findPerson({ body, caller }) {
      const identity = readIdNumber(body.idNumber, countyDay(clock.now()))
      if (!identity.ok) return identity
      const doc = await parts.people.docByIdNumber(identity.value.idNumber)
      const isFound = doc !== undefined && isHere(caller, 'find-people', doc.township)
      /** Each look is another: who is there may be gone at the next, under the same key of the caller. */
      const act = { key: `find-person:${randomId<'open'>(clock.now())}`, actor: staffActor(caller.staff.id) }
      return audited({ ...act, action: 'find-person', subjects: isFound ? [doc.id] : [], facts: {} }, async () =>
        isFound ? shown(accept(doc)) : refuse('not-found'),
      )
    },
    async verifyAtCounter({ body, caller }) {
      const call = personCall(vault, caller, { route: 'verifyAtCounter', body })
      const asked = { ...staffAct(caller, call), action: 'verify-person', subjects: [], facts: {} } as const
      return audited(asked, async () =>
        shown(await verifyAtCounter(parts, { typed: body, call, isHere: (township) => isHere(caller, 'verify-people', township) })),
      )
    },
    async giveBindingCode({ body, caller }) {
      const call = personCall(vault, caller, { route: 'giveBindingCode', body })
      const asked = { ...staffAct(caller, call), action: 'give-binding-code', subjects: [], facts: {} } as const
      return audited(asked, async () => {
        const doc = await personOfCard(parts, body)
        if (!doc.ok) return doc
        if (!isHere(caller, 'verify-people', doc.value.township)) return refuse('not-found')
        const code = newBindingCode()
        const given = await giveBindingCode(parts, doc.value.id, code)
        return given.ok ? accept({ person: doc.value.id, code, until: instantText(given.value.until) }) : given
      })
    },
    async correctPerson({ body, caller }) {
      const call = personCall(vault, caller, { route: 'correctPerson', body })
      const doc = await personMeant(body.who)
      if (doc === undefined || !isHere(caller, 'correct-people', doc.township)) return refuse('not-found')
      const fields = Object.keys(body.right).toSorted().join(' ')
      const asked = { ...staffAct(caller, call), action: 'correct-person', subjects: [doc.id], facts: { fields } } as const
      return audited(asked, async () => {
        const done = await correctPerson(parts, { person: doc.id, typed: body.right, by: caller.staff.id, call })
        if (!done.ok) return done
        const card = cardOf(vault, done.value, countyDay(clock.now()))
        return accept({ person: done.value.id, card, waitsForSecond: done.value.correction !== null })
      })
    },
    async importPeople({ body, caller }) {
      const call = personCall(vault, caller, { route: 'importPeople', body })
      const asked = { ...staffAct(caller, call), action: 'import-people', subjects: [], facts: { how: body.consent.how } } as const
      const bytes = Buffer.from(body.file, 'base64')
      const { format, onlyCheck } = body
      return audited(asked, async () => {
        const imported = await importPeopleFile(within(caller, 'import-people', ['', ...parts.townships]), {
          format,
          bytes,
          onlyCheck,
          consent: consentOf(caller, body.consent),
        })
        return imported.ok ? accept({ ...imported.value, faults: [...imported.value.faults] }) : imported
      })
    },
  }
}
