import type { Handlers } from '../contract/handler.ts'
import type { PersonCard } from '../contract/person.contract.ts'
import type { Caller } from '../contract/route.ts'
import { assert } from '../core/assert.ts'
import { countyDay } from '../core/clock.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { addRole } from './add-role.ts'
import type { PersonDoc } from './person.collection.ts'
import { personCall } from './person-call.ts'
import { type RegisterPorts, registerPerson } from './register-person.ts'
import { cardOf } from './seal-person.ts'

type PersonHandlers = Pick<Handlers, 'registerPerson' | 'addRole' | 'seeMe'>

export function createPersonRoutes(ports: RegisterPorts): PersonHandlers {
  const { vault, clock, people } = ports

  const ofCounty = (caller: Caller) => assert(caller.county === people.county, 'a call reaches the people of its own county')
  const shown = (doc: PersonDoc): PersonCard => cardOf(vault, doc, countyDay(clock.now()))
  const answer = (doc: Result<PersonDoc>): Result<PersonCard> => (doc.ok ? accept(shown(doc.value)) : doc)

  return {
    async registerPerson({ body, caller }) {
      ofCounty(caller)
      const { role, name, idNumber, phone } = body
      const call = personCall(vault, caller, { route: 'registerPerson', body })
      return answer(await registerPerson(ports, { typed: { name, idNumber, phone }, role, contact: caller.contact, call }))
    },
    async addRole({ body, caller }) {
      ofCounty(caller)
      const call = personCall(vault, caller, { route: 'addRole', body })
      return answer(await addRole(ports, { contact: caller.contact, role: body.role, call }))
    },
    async seeMe({ caller }) {
      ofCounty(caller)
      const doc = await people.docByContact(caller.contact)
      return doc ? accept(shown(doc)) : refuse('not-registered')
    },
  }
}
