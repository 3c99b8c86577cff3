import { ownAct, staffAct } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { Handlers } from '../contract/handler.ts'
import { countyDay, instantText } from '../core/clock.ts'
import { asId } from '../core/id.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { can } from '../core/staff/policy.ts'
import type { People } from '../person/find-person.ts'
import { personCall } from '../person/person-call.ts'
import { personOfCard } from '../person/station-person.ts'
import { askErasure, type ErasureParts } from './erase-person.ts'
import { refuseNewContact } from './new-contact.ts'
import { standingOf } from './standing.ts'

export interface ErasureRoutesParts extends Omit<ErasureParts, 'people'> {
  readonly people: People
  readonly audited: Audited
}

type ErasureHandlers = Pick<Handlers, 'seeErasure' | 'eraseMe' | 'erasePerson'>

export function createErasureRoutes(parts: ErasureRoutesParts): ErasureHandlers {
  const { people, clock, vault, audited } = parts
  const answer = (asked: Result<{ readonly by: Temporal.Instant }>) => (asked.ok ? accept({ by: instantText(asked.value.by) }) : asked)

  return {
    async seeErasure({ caller }) {
      const person = await people.byContact(caller.contact)
      if (person === undefined) return refuse('not-registered')
      const { obligation = null, leftFen, keptUntil } = await standingOf(parts, person.id, clock.now())
      return accept({ obligation, leftFen, keptUntil: keptUntil === undefined ? null : countyDay(keptUntil).toString() })
    },
    async eraseMe({ body, caller }) {
      const person = await people.anyByContact(caller.contact)
      if (person === undefined) return refuse('not-registered')
      const call = personCall(vault, caller, { route: 'eraseMe', body })
      const asked = { ...ownAct(person.id, call), action: 'erase-person', subjects: [person.id], facts: { step: 'asked' } } as const
      return audited(asked, async () => refuseNewContact(person, clock.now()) ?? answer(await askErasure(parts, person)))
    },
    async erasePerson({ body, caller }) {
      const person = await personOfCard(parts, body)
      const isHere = person.ok && can(caller.staff, 'erase-people', { county: caller.county, township: person.value.township })
      const call = personCall(vault, caller, { route: 'erasePerson', body })
      const subjects = person.ok ? [asId<'person'>(person.value.id)] : []
      const asked = { ...staffAct(caller, call), action: 'erase-person', subjects, facts: { step: 'asked' } } as const
      return audited(asked, async () => {
        if (!person.ok) return person
        return isHere ? answer(await askErasure(parts, person.value)) : refuse('not-found')
      })
    },
  }
}
