import { instantText, isBefore } from '../core/clock.ts'
import { addRepresentative, isFirst, isRepresentative, withoutRepresentative } from '../core/company/company.ts'
import { asId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { type Once, once } from '../store/once.ts'
import { getByBlind } from '../vault/blinds.ts'
import { type CompanyDoc, companies } from './company.collection.ts'
import type { CompanyPorts } from './register-company.ts'

export interface RepresentativePorts extends CompanyPorts {
  /** Counts a code that was none; how many more may be wrong. */
  readonly countWrongCode: (contact: string, call: Once) => Promise<number>
  readonly wrongCodesLeft: (contact: string) => Promise<number>
  /** Digits that nobody can guess. */
  readonly newCode: () => string
}

/** The company that a code lets somebody into. */
const invitedBy = ({ store, vault, county }: CompanyPorts, code: string): Promise<CompanyDoc | undefined> =>
  getByBlind(store, companies, 'invitation', { county, field: 'invitation.code', blinds: vault.indexes.ever('company-code', code) })

/** Those that somebody speaks for, the one shown last first. */
export async function companiesOf({ store, county }: CompanyPorts, person: string): Promise<readonly CompanyDoc[]> {
  const query = { index: 'representative', county, equals: { 'representatives.person': person }, limit: LIMIT.companiesPerPerson }
  return (await store.find(companies, { ...query, descending: true })).docs
}

/** A code for whoever is to speak for it too; the one before is nothing any more. */
export async function inviteRepresentative(
  ports: RepresentativePorts,
  { id, person }: { id: string; person: string },
): Promise<Result<{ readonly code: string; readonly until: string }>> {
  const { editor, clock, county } = ports
  const code = ports.newCode()
  const until = clock.now().add({ minutes: LIMIT.bindingCodeMinutes })
  const decide = (doc: CompanyDoc) => {
    if (!isFirst(doc, person)) return refuse('not-a-representative')
    return accept({ ...doc, invitation: { code: ports.vault.blindIndex('company-code', code), until } })
  }
  const edited = await editor.edit(companies, { county, id }, decide, { missing: 'not-found', duplicate: 'try-again' })
  return edited.ok ? accept({ code, until: instantText(until) }) : edited
}

/** Whoever has the code speaks for the company from now on. Who guesses is stopped. */
export async function joinCompany(
  ports: RepresentativePorts,
  { contact, person, code, call }: { contact: string; person: string; code: string; call: Once },
): Promise<Result<CompanyDoc>> {
  const { editor, clock, county } = ports
  if ((await ports.wrongCodesLeft(contact)) <= 0) return refuse('binding-code-locked')
  const at = clock.now()
  const found = await invitedBy(ports, code)
  const decide = (doc: CompanyDoc) => {
    if (doc.invitation === null || doc.invitation.code !== found?.invitation?.code || !isBefore(at, doc.invitation.until))
      return refuse('binding-code-wrong')
    const added = addRepresentative(doc, { person: asId<'person'>(person), addedBy: doc.representatives[0]?.person ?? '', addedAt: at })
    return added.ok ? accept({ doc: { ...added.value, invitation: null } }) : added
  }
  const joined = found
    ? await editor.edit(companies, { county, id: found.id }, once<CompanyDoc>(call, decide))
    : refuse('binding-code-wrong')
  if (joined.ok || joined.refusal !== 'binding-code-wrong') return joined
  const left = await ports.countWrongCode(contact, call)
  return left > 0 ? refuse('binding-code-wrong', { triesLeft: left }) : refuse('binding-code-locked')
}

/** A code that others could read lets nobody in from now on. What was none is a guess, and guesses count; the answer is the same. */
export async function spoilInvitation(
  ports: RepresentativePorts,
  { contact, code, call }: { contact: string; code: string; call: Once },
): Promise<Result<Readonly<Record<string, never>>>> {
  const { editor } = ports
  if ((await ports.wrongCodesLeft(contact)) <= 0) return refuse('binding-code-locked')
  const found = await invitedBy(ports, code)
  if (found === undefined) await ports.countWrongCode(contact, call)
  else
    await editor.edit(companies, found, (doc) =>
      accept(doc.invitation?.code === found.invitation?.code ? { ...doc, invitation: null } : doc),
    )
  return accept({})
}

interface Changing {
  readonly id: string
  readonly person: string
  readonly by: string
  readonly call: Once
}

/** The hall lets somebody in whom it has before it. */
export function addByStaff({ editor, clock, county }: CompanyPorts, { id, person, by, call }: Changing): Promise<Result<CompanyDoc>> {
  const decide = (doc: CompanyDoc) => {
    const added = addRepresentative(doc, { person: asId<'person'>(person), addedBy: by, addedAt: clock.now() })
    return added.ok ? accept({ doc: added.value }) : added
  }
  return editor.edit(companies, { county, id }, once<CompanyDoc>(call, decide), { missing: 'not-found' })
}

/** Somebody speaks for it no more, from the next job on. */
export function endRepresentative(
  { editor, county }: CompanyPorts,
  { id, person, call }: Omit<Changing, 'by'>,
): Promise<Result<CompanyDoc>> {
  const decide = (doc: CompanyDoc) =>
    isRepresentative(doc, person) ? accept({ doc: withoutRepresentative(doc, person) }) : refuse('not-a-representative')
  return editor.edit(companies, { county, id }, once<CompanyDoc>(call, decide), { missing: 'not-found' })
}
