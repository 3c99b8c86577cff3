import { actOf, ownAct } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { Handlers } from '../contract/handler.ts'
import type { PersonCard } from '../contract/person.contract.ts'
import type { Caller } from '../contract/route.ts'
import { assert } from '../core/assert.ts'
import { countyDay, instantText } from '../core/clock.ts'
import { ageOn, refuseChild } from '../core/person/age.ts'
import { readIdNumber } from '../core/person/id-number.ts'
import { maskPhone } from '../core/person/mask.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { Once } from '../store/once.ts'
import { addRole } from './add-role.ts'
import { bindByCode, spoilBindingCode } from './bind-contact.ts'
import { askPhoneCodes, type ChangePhonePorts, changePhone } from './change-phone.ts'
import { cardOf } from './mask-person.ts'
import type { PersonDoc } from './person.collection.ts'
import { personCall } from './person-call.ts'
import { type RegistrationPorts, registerPerson } from './register-person.ts'
import { type SkillPorts, tellSkills } from './tell-skills.ts'
import { type TownshipPorts, tellTownship } from './tell-township.ts'

type PersonHandlers = Pick<
  Handlers,
  | 'checkIdNumber'
  | 'registerPerson'
  | 'bindContact'
  | 'spoilBindingCode'
  | 'tellSkills'
  | 'askPhoneCodes'
  | 'changePhone'
  | 'tellTownship'
  | 'addRole'
  | 'seeMe'
>

export interface PersonRoutesParts extends RegistrationPorts, TownshipPorts, SkillPorts, ChangePhonePorts {
  readonly audited: Audited
}

/** Who is refused is nobody we know: it is the county that writes it down. */
const REGISTRATION = { role: 'system', id: 'registration' } as const

export function createPersonRoutes(parts: PersonRoutesParts): PersonHandlers {
  const { vault, clock, people, audited } = parts

  const today = () => countyDay(clock.now())
  const ofCounty = (caller: Caller) => assert(caller.county === people.county, 'a call reaches the people of its own county')
  const shown = (doc: PersonDoc): PersonCard => cardOf(vault, doc, today())
  const answer = (doc: Result<PersonDoc>): Result<PersonCard> => (doc.ok ? accept(shown(doc.value)) : doc)

  /** That a child was refused is counted; the row says nothing of it. */
  async function countingChildren<T>(call: Once, outcome: Result<T>): Promise<Result<T>> {
    if (outcome.ok || outcome.refusal !== 'under-age') return outcome
    const asked = { ...actOf(REGISTRATION, call), action: 'refuse-child', subjects: [], facts: {} } as const
    return audited(asked, async () => outcome)
  }

  return {
    async checkIdNumber({ body, caller }) {
      const identity = readIdNumber(body.idNumber, today())
      if (!identity.ok) return identity
      const ageYears = ageOn(today(), identity.value.birthDay)
      const call = personCall(vault, caller, { route: 'checkIdNumber', body })
      return countingChildren(call, refuseChild(ageYears) ?? accept({ ageYears }))
    },
    async registerPerson({ body, caller }) {
      ofCounty(caller)
      const { role, name, idNumber, phone, guardian } = body
      const call = personCall(vault, caller, { route: 'registerPerson', body })
      const registered = await registerPerson(parts, { typed: { name, idNumber, phone }, guardian, role, contact: caller.contact, call })
      return countingChildren(call, answer(registered))
    },
    async bindContact({ body, caller }) {
      ofCounty(caller)
      const call = personCall(vault, caller, { route: 'bindContact', body })
      return answer(await bindByCode(parts, { code: body.code, contact: caller.contact, call }))
    },
    async spoilBindingCode({ body, caller }) {
      ofCounty(caller)
      const call = personCall(vault, caller, { route: 'spoilBindingCode', body })
      return spoilBindingCode(parts, { code: body.code, contact: caller.contact, call })
    },
    async tellSkills({ body, caller }) {
      ofCounty(caller)
      const call = personCall(vault, caller, { route: 'tellSkills', body })
      const told = await tellSkills(parts, { ...body, contact: caller.contact, call })
      return told.ok ? accept({ skills: [...told.value.skills], wishes: [...told.value.wishes] }) : told
    },
    async askPhoneCodes({ body, caller }) {
      ofCounty(caller)
      const known = await people.docByContact(caller.contact)
      if (!known) return refuse('not-registered')
      const call = personCall(vault, caller, { route: 'askPhoneCodes', body })
      const asked = await askPhoneCodes(parts, { person: known.id, phone: body.phone, call })
      if (!asked.ok) return asked
      const { before, phone, until } = asked.value
      return accept({ before: maskPhone(before), phone: maskPhone(phone), until: until === undefined ? null : instantText(until) })
    },
    async changePhone({ body, caller }) {
      ofCounty(caller)
      const known = await people.docByContact(caller.contact)
      if (!known) return refuse('not-registered')
      const call = personCall(vault, caller, { route: 'changePhone', body })
      const act = { ...ownAct(known.id, call), action: 'correct-person', subjects: [known.id] } as const
      return audited({ ...act, facts: { fields: 'phone' } }, async () =>
        answer(await changePhone(parts, { person: known.id, ...body, call })),
      )
    },
    async tellTownship({ body, caller }) {
      ofCounty(caller)
      const call = personCall(vault, caller, { route: 'tellTownship', body })
      return answer(await tellTownship(parts, { contact: caller.contact, township: body.township, call }))
    },
    async addRole({ body, caller }) {
      ofCounty(caller)
      const call = personCall(vault, caller, { route: 'addRole', body })
      return answer(await addRole(parts, { contact: caller.contact, role: body.role, call }))
    },
    async seeMe({ caller }) {
      ofCounty(caller)
      const doc = await people.docByContact(caller.contact)
      return doc ? accept(shown(doc)) : refuse('not-registered')
    },
  }
}
