import type { Handlers } from '../contract/handler.ts'
import type { Caller } from '../contract/route.ts'
import { isFirst, isRepresentative } from '../core/company/company.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { editPerson, type PersonPorts } from '../person/add-role.ts'
import type { PersonDoc } from '../person/person.collection.ts'
import { personCall } from '../person/person-call.ts'
import type { Once } from '../store/once.ts'
import type { Vault } from '../vault/vault.ts'
import { type CompanyDoc, companies } from './company.collection.ts'
import { showCompany } from './company-view.ts'
import { registerCompany } from './register-company.ts'
import {
  companiesOf,
  endRepresentative,
  inviteRepresentative,
  joinCompany,
  type RepresentativePorts,
  spoilInvitation,
} from './representatives.ts'
import type { ReviewPorts } from './review-company.ts'

export interface CompanyRoutesParts extends ReviewPorts, RepresentativePorts, Pick<PersonPorts, 'people'> {
  readonly editor: PersonPorts['editor']
  readonly vault: Vault
}

type OwnHandlers = Pick<
  Handlers,
  'registerCompany' | 'myCompanies' | 'postAs' | 'inviteRepresentative' | 'joinCompany' | 'spoilCompanyCode' | 'leaveCompany'
>

/** What somebody does for a company in his own chat. */
export function createCompanyRoutes(parts: CompanyRoutesParts): OwnHandlers {
  const { vault, store, county, people, periods } = parts
  const answer = (doc: Result<CompanyDoc>) => (doc.ok ? accept(showCompany(doc.value, periods)) : doc)
  const callOf = (caller: Caller, route: string, body: unknown): Once => personCall(vault, caller, { route, body })
  /** Whoever speaks for a company is somebody who hires. */
  async function employer({ contact }: Caller): Promise<Result<PersonDoc>> {
    const person = await people.docByContact(contact)
    if (!person) return refuse('not-registered')
    return person.roles.includes('employer') ? accept(person) : refuse('not-an-employer')
  }

  /** The name stands on every card of a job, so it is kept with the person. */
  async function postAs(person: PersonDoc, id: string | null, call: Once) {
    const company = id === null ? undefined : await store.get(companies, county, id)
    if (id !== null && (company === undefined || !isRepresentative(company, person.id))) return refuse('not-a-representative')
    if (company !== undefined && company.standing.state !== 'approved') return refuse('company-not-approved')
    const postsAs = company === undefined ? null : { kind: company.kind, company: company.id, name: company.name }
    const edited = await editPerson(parts, person.id, { call, decide: (doc) => accept({ doc: { ...doc, postsAs } }) })
    return edited.ok ? accept({ name: postsAs?.name ?? null }) : edited
  }

  return {
    async registerCompany({ body, caller }) {
      const person = await employer(caller)
      if (!person.ok) return person
      const call = callOf(caller, 'registerCompany', body)
      const picture = Buffer.from(body.picture, 'base64')
      return answer(await registerCompany(parts, { ...body, picture, person: person.value, by: person.value.id, call }))
    },
    async myCompanies({ caller }) {
      const person = await people.docByContact(caller.contact)
      if (!person) return refuse('not-registered')
      const own = await companiesOf(parts, person.id)
      const postsAs = (doc: CompanyDoc) => person.postsAs?.company === doc.id
      return accept({
        companies: own.map((doc) => ({ ...showCompany(doc, periods), isFirst: isFirst(doc, person.id), postsAs: postsAs(doc) })),
      })
    },
    async postAs({ body, caller }) {
      const person = await people.docByContact(caller.contact)
      return person ? postAs(person, body.company, callOf(caller, 'postAs', body)) : refuse('not-registered')
    },
    async inviteRepresentative({ params, caller }) {
      const person = await people.docByContact(caller.contact)
      if (!person) return refuse('not-registered')
      return inviteRepresentative(parts, { id: params.id, person: person.id })
    },
    async joinCompany({ body, caller }) {
      const person = await employer(caller)
      if (!person.ok) return person
      const call = callOf(caller, 'joinCompany', body)
      return answer(await joinCompany(parts, { contact: caller.contact, person: person.value.id, code: body.code, call }))
    },
    async spoilCompanyCode({ body, caller }) {
      return spoilInvitation(parts, { contact: caller.contact, code: body.code, call: callOf(caller, 'spoilCompanyCode', body) })
    },
    async leaveCompany({ params, caller }) {
      const person = await people.docByContact(caller.contact)
      if (!person) return refuse('not-registered')
      const call = callOf(caller, 'leaveCompany', params)
      return answer(await endRepresentative(parts, { id: params.id, person: person.id, call }))
    },
  }
}
