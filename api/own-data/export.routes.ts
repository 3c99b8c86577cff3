import { staffAct } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { FileAnswer } from '../contract/file-answer.ts'
import type { Handlers } from '../contract/handler.ts'
import type { PersonId } from '../core/id.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { can } from '../core/staff/policy.ts'
import type { People } from '../person/find-person.ts'
import { personCall } from '../person/person-call.ts'
import { personOfCard } from '../person/station-person.ts'
import { randomId } from '../vault/digest.ts'
import type { ExportBooks } from './export-books.ts'
import { exportPerson } from './export-person.ts'

export interface ExportParts extends ExportBooks {
  readonly people: People
  readonly audited: Audited
}

/** Whoever has the address of his own page takes what is his; each time stands in the audit, and so in the archive of the next. */
export const createOwnExport =
  (parts: ExportParts) =>
  async (id: PersonId): Promise<Result<FileAnswer>> => {
    const key = `export-person:${randomId<'export'>(parts.clock.now())}`
    const asked = { key, actor: { role: 'person', id }, action: 'export-person', subjects: [id], facts: {} } as const
    return parts.audited(asked, async () => {
      const doc = await parts.people.docById(id)
      return doc === undefined ? refuse('not-found') : accept(exportPerson(parts, doc))
    })
  }

/** For somebody who stands at the counter with his card. */
export const createExportRoutes = (parts: ExportParts): Pick<Handlers, 'exportPerson'> => ({
  async exportPerson({ body, caller }) {
    const person = await personOfCard(parts, body)
    const isHere = person.ok && can(caller.staff, 'export-people', { county: caller.county, township: person.value.township })
    const call = personCall(parts.vault, caller, { route: 'exportPerson', body })
    const subjects = person.ok ? [person.value.id] : []
    return parts.audited({ ...staffAct(caller, call), action: 'export-person', subjects, facts: {} }, async () => {
      if (!person.ok) return person
      return isHere ? accept(exportPerson(parts, person.value)) : refuse('not-found')
    })
  },
})
