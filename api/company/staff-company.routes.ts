import { staffAct, staffActor } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { Handlers } from '../contract/handler.ts'
import type { StaffCaller } from '../contract/route.ts'
import { asId } from '../core/id.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { StaffAction } from '../core/staff/action.ts'
import { can } from '../core/staff/policy.ts'
import type { People } from '../person/find-person.ts'
import { personCall } from '../person/person-call.ts'
import { randomId } from '../vault/digest.ts'
import type { Vault } from '../vault/vault.ts'
import { type CompanyDoc, companies } from './company.collection.ts'
import { showCompany } from './company-view.ts'
import { registerCompany } from './register-company.ts'
import { addByStaff, endRepresentative } from './representatives.ts'
import { openCompanyPicture, type ReviewPorts, reviewCompany } from './review-company.ts'

export interface StaffCompanyParts extends ReviewPorts {
  readonly people: People
  readonly vault: Vault
  readonly audited: Audited
}

type StaffHandlers = Pick<
  Handlers,
  'registerCompanyFor' | 'listCompanies' | 'seeCompanyPicture' | 'reviewCompany' | 'addRepresentative' | 'endRepresentative'
>

/** Companies as the hall sees them: shown by somebody at the counter, looked at by somebody else, each within his own townships. */
export function createStaffCompanyRoutes(parts: StaffCompanyParts): StaffHandlers {
  const { store, county, people, vault, audited, clock, periods } = parts
  const answer = (doc: Result<CompanyDoc>) => (doc.ok ? accept(showCompany(doc.value, periods)) : doc)
  const isHere = ({ staff, county: of }: StaffCaller, action: StaffAction, { township }: { readonly township: string }) =>
    can(staff, action, { county: of, township })
  const companyHere = async (caller: StaffCaller, action: StaffAction, id: string): Promise<CompanyDoc | undefined> => {
    const doc = await store.get(companies, county, id)
    return doc !== undefined && isHere(caller, action, doc) ? doc : undefined
  }
  const personHere = async (caller: StaffCaller, action: StaffAction, id: string) => {
    const person = await people.docById(asId<'person'>(id))
    return person !== undefined && isHere(caller, action, person) ? person : undefined
  }

  return {
    async registerCompanyFor({ body, caller }) {
      const person = await personHere(caller, 'add-company', body.person)
      if (!person) return refuse('not-found')
      const call = personCall(vault, caller, { route: 'registerCompanyFor', body })
      const by = staffActor(caller.staff.id).id
      const asked = { ...staffAct(caller, call), action: 'send-company', subjects: [person.id], facts: {} } as const
      const picture = Buffer.from(body.picture, 'base64')
      return audited(asked, async () => answer(await registerCompany(parts, { ...body, picture, person, by, call })))
    },
    async listCompanies({ query: { state, after, limit }, caller }) {
      const where =
        state === 'sent-again'
          ? { index: 'sentAgain', equals: { isSentAgain: true } }
          : { index: 'state', equals: { 'standing.state': state } }
      const { docs, next } = await store.find(companies, { ...where, county, limit, ...(after === undefined ? {} : { after }) })
      const here = docs.filter((doc) => isHere(caller, 'see-companies', doc))
      const shown = here.map((doc) => ({ ...showCompany(doc, periods), people: doc.representatives.map(({ person }) => person) }))
      return accept({ companies: shown, next: next ?? null })
    },
    async seeCompanyPicture({ params, caller }) {
      const doc = await companyHere(caller, 'open-company', params.id)
      if (!doc) return refuse('not-found')
      const key = `open-picture:${randomId<'open'>(clock.now())}`
      const asked = { key, actor: staffActor(caller.staff.id), subjects: [doc.id], action: 'open-company', facts: {} } as const
      return audited(asked, () => openCompanyPicture(parts, doc))
    },
    async reviewCompany({ params, body, caller }) {
      const doc = await companyHere(caller, 'review-company', params.id)
      if (!doc) return refuse('not-found')
      const call = personCall(vault, caller, { route: 'reviewCompany', body: [params, body] })
      const facts = { decision: body.decision }
      const asked = { ...staffAct(caller, call), action: 'review-company', subjects: [doc.id], facts } as const
      const by = staffActor(caller.staff.id).id
      return audited(asked, async () => answer(await reviewCompany(parts, { id: doc.id, decision: body, by, call })))
    },
    async addRepresentative({ params, body, caller }) {
      const doc = await companyHere(caller, 'change-representatives', params.id)
      const person = await personHere(caller, 'change-representatives', body.person)
      if (!doc || !person) return refuse('not-found')
      const call = personCall(vault, caller, { route: 'addRepresentative', body: [params, body] })
      const asked = { ...staffAct(caller, call), action: 'add-representative', subjects: [doc.id, person.id], facts: {} } as const
      const by = staffActor(caller.staff.id).id
      return audited(asked, async () => answer(await addByStaff(parts, { id: doc.id, person: person.id, by, call })))
    },
    async endRepresentative({ params, body, caller }) {
      const doc = await companyHere(caller, 'change-representatives', params.id)
      if (!doc) return refuse('not-found')
      const call = personCall(vault, caller, { route: 'endRepresentative', body: [params, body] })
      const asked = { ...staffAct(caller, call), action: 'end-representative', subjects: [doc.id, body.person], facts: {} } as const
      return audited(asked, async () => answer(await endRepresentative(parts, { id: doc.id, person: body.person, call })))
    },
  }
}
