import { staffAct, staffActor } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { Handlers } from '../contract/handler.ts'
import { instantText } from '../core/clock.ts'
import { asId } from '../core/id.ts'
import { CONSENT_TEXT } from '../core/person/consent.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { can } from '../core/staff/policy.ts'
import type { PersonDoc } from '../person/person.collection.ts'
import { personCall } from '../person/person-call.ts'
import { personOfCard, type StationPorts } from '../person/station-person.ts'
import { eldersOf, endHelp, giveHelperCode, type HelpPorts, helpElder, spoilHelperCode } from './help.ts'

export interface HelperRoutesParts extends HelpPorts, Omit<StationPorts, keyof HelpPorts> {
  readonly audited: Audited
}

type HelperHandlers = Pick<
  Handlers,
  'letHelp' | 'helpElder' | 'spoilHelperCode' | 'myElders' | 'myHelpers' | 'endHelper' | 'leaveElder' | 'letHelpFor' | 'endHelperFor'
>

/** Acting for an elder person: agreed by himself in his chat or at the counter, ended by either side at any time. */
export function createHelperRoutes(parts: HelperRoutesParts): HelperHandlers {
  const { people, vault, clock, audited } = parts
  const left = (doc: Result<PersonDoc>) => (doc.ok ? accept({ left: doc.value.helpers.length }) : doc)
  const elderView = async (doc: PersonDoc, helper: string) => ({
    ...{ person: doc.id, name: await people.maskedNameOf(doc.id) },
    called: doc.helpers.find(({ person }) => person === helper)?.called ?? '',
  })

  return {
    async letHelp({ caller }) {
      const person = await people.docByContact(caller.contact)
      if (!person) return refuse('not-registered')
      const given = await giveHelperCode(parts, person.id, { at: clock.now(), how: 'chat', text: CONSENT_TEXT, by: 'himself' })
      return given.ok ? accept({ code: given.value.code, until: instantText(given.value.until) }) : given
    },
    async helpElder({ body, caller }) {
      const helper = await people.docByContact(caller.contact)
      if (!helper) return refuse('not-registered')
      const call = personCall(vault, caller, { route: 'helpElder', body })
      const elder = await helpElder(parts, { ...body, helper: helper.id, contact: caller.contact, call })
      return elder.ok ? accept(await elderView(elder.value, helper.id)) : elder
    },
    async spoilHelperCode({ body, caller }) {
      const call = personCall(vault, caller, { route: 'spoilHelperCode', body })
      return spoilHelperCode(parts, { code: body.code, contact: caller.contact, call })
    },
    async myElders({ caller }) {
      const helper = await people.docByContact(caller.contact)
      if (!helper) return refuse('not-registered')
      const elders = await eldersOf(parts, helper.id)
      return accept({ elders: await Promise.all(elders.map((doc) => elderView(doc, helper.id))) })
    },
    async myHelpers({ caller }) {
      const person = await people.docByContact(caller.contact)
      if (!person) return refuse('not-registered')
      const shown = person.helpers.map(async ({ person: id, consent }) => ({
        ...{ person: id, name: await people.maskedNameOf(id), since: instantText(consent.at) },
      }))
      return accept({ helpers: await Promise.all(shown) })
    },
    async endHelper({ params, caller }) {
      const person = await people.docByContact(caller.contact)
      if (!person) return refuse('not-registered')
      const { key } = personCall(vault, caller, { route: 'endHelper', body: params })
      return left(await endHelp(parts, { elder: person.id, helper: params.person, cause: key }))
    },
    async leaveElder({ params, caller }) {
      const helper = await people.docByContact(caller.contact)
      if (!helper) return refuse('not-registered')
      const { key } = personCall(vault, caller, { route: 'leaveElder', body: params })
      return left(await endHelp(parts, { elder: asId<'person'>(params.person), helper: helper.id, cause: key }))
    },
    async letHelpFor({ body, caller }) {
      const call = personCall(vault, caller, { route: 'letHelpFor', body })
      const facts = { how: body.consent.how }
      const asked = { ...staffAct(caller, call), action: 'give-helper-code', subjects: [], facts } as const
      return audited(asked, async () => {
        const doc = await personOfCard(parts, body)
        if (!doc.ok) return doc
        if (!can(caller.staff, 'verify-people', { county: caller.county, township: doc.value.township })) return refuse('not-found')
        const consent = { ...body.consent, at: clock.now(), by: staffActor(caller.staff.id).id }
        const given = await giveHelperCode(parts, doc.value.id, consent)
        return given.ok ? accept({ person: doc.value.id, code: given.value.code, until: instantText(given.value.until) }) : given
      })
    },
    async endHelperFor({ params, caller }) {
      const doc = await people.docById(asId<'person'>(params.person))
      if (!doc || !can(caller.staff, 'verify-people', { county: caller.county, township: doc.township })) return refuse('not-found')
      const call = personCall(vault, caller, { route: 'endHelperFor', body: params })
      const asked = { ...staffAct(caller, call), action: 'end-help', subjects: [doc.id], facts: {} } as const
      return audited(asked, async () => left(await endHelp(parts, { elder: doc.id, helper: 'all', cause: call.key })))
    },
  }
}
