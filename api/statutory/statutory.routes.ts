import { staffActor } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { FileAnswer } from '../contract/file-answer.ts'
import type { Handlers } from '../contract/handler.ts'
import type { StaffCaller } from '../contract/route.ts'
import type { Clock } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { can } from '../core/staff/policy.ts'
import { randomId } from '../vault/digest.ts'
import { exportPlatformReport, type Platform } from './export-platform-report.ts'
import { exportWageLedger, type StatutoryBooks } from './export-wage-ledger.ts'
import type { HowShown } from './people-of-file.ts'
import { quarterDays } from './platform-report-columns.ts'
import { wageForWorker, wageSlipOf } from './wage-slip.ts'

export interface StatutoryParts extends StatutoryBooks {
  readonly clock: Clock
  readonly platform: Platform
  readonly personOf: (contact: string) => Promise<{ readonly id: PersonId } | undefined>
  readonly nameOf: (person: PersonId) => Promise<string>
  readonly audited: Audited
}

type StatutoryHandlers = Pick<Handlers, 'seeWageSlip' | 'exportWageLedger' | 'exportPlatformReport'>

/** A file that is about to leave the county. */
interface Leaving {
  readonly caller: StaffCaller
  readonly file: 'wage-ledger' | 'platform-identity' | 'platform-income'
  readonly from: string
  readonly until: string
  readonly full: '1' | undefined
  readonly subjects: readonly string[]
}

type Make = (people: HowShown) => Result<FileAnswer>

export function createStatutoryRoutes(parts: StatutoryParts): StatutoryHandlers {
  /**
   * Written down before anything is read, also what is then refused. A file is of the whole county, so who works for a part of it makes none;
   * that a second person agreed where people stand in it as they are, the guard of the route has seen to.
   */
  async function leave({ caller, file, from, until, full, subjects }: Leaving, make: Make): Promise<Result<FileAnswer>> {
    const act = { key: `export:${randomId<'export'>(parts.clock.now())}`, actor: staffActor(caller.staff.id) }
    return parts.audited({ ...act, subjects, action: 'export-file', facts: { file, from, until } }, async () => {
      if (!can(caller.staff, 'export-files', { county: caller.county, township: '' })) return refuse('not-allowed')
      return make(full === undefined ? 'masked' : { ...act, purpose: file })
    })
  }

  return {
    async seeWageSlip({ params, caller }) {
      const person = await parts.personOf(caller.contact)
      if (person === undefined) return refuse('not-registered')
      const wage = await wageForWorker(parts, params.number, person.id)
      return wage.ok ? accept(wageSlipOf(wage.value, await parts.nameOf(wage.value.employer))) : wage
    },
    async exportWageLedger({ query, caller }) {
      const { from, to, employer, format, full } = query
      const days = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
      const subjects = employer === undefined ? [] : [employer]
      const leaving: Leaving = { caller, full, subjects, file: 'wage-ledger', from, until: days.to.add({ days: 1 }).toString() }
      return leave(leaving, (people) => exportWageLedger(parts, { ...days, employer, format, people }, parts.clock.now()))
    },
    async exportPlatformReport({ query, caller }) {
      const { full, form, ...asked } = query
      const { from, until } = quarterDays(asked)
      const days = { from: from.toString(), until: until.toString() }
      const leaving: Leaving = { caller, full, subjects: [], file: `platform-${form}`, ...days }
      return leave(leaving, (people) => exportPlatformReport(parts, { ...asked, form, people }, parts.clock.now()))
    },
  }
}
