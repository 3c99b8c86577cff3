import { createAuditTasks } from './audit/audit.tasks.ts'
import { type Audited, createAudit, createAudited } from './audit/audit.ts'
import { windAuditClock } from './audit/audit-clock.ts'
import type { RootFiles } from './audit/root-files.ts'
import type { Clock } from './core/clock.ts'
import type { People } from './person/find-person.ts'
import { createOpenPersonalData } from './person/open-personal-data.ts'
import { createPayeeToOrder } from './person/payee-to-order.ts'
import type { Timers } from './schedule/timers.ts'
import type { Store } from './store/port.ts'
import type { Vault } from './vault/vault.ts'

export interface PrivacyParts {
  readonly store: Store
  readonly county: string
  readonly clock: Clock
  readonly vault: Vault
  readonly people: Pick<People, 'payeeOf'>
  readonly timers: Pick<Timers, 'set'>
  /** Where the roots of the audit are written out to; none in a replay. */
  readonly auditRoots: Pick<RootFiles, 'write'> | undefined
}

/** What the county writes down of its own doings. */
export function startPrivacy({ store, county, clock, vault, people, timers, auditRoots: roots }: PrivacyParts) {
  const audit = createAudit({ store, county, clock })
  const clockParts = roots && { audit, clock, roots, setTimer: timers.set }
  const audited: Audited = createAudited(audit)
  const openPersonalData = createOpenPersonalData({ store, vault, county, audit })
  return {
    audit,
    audited,
    openPersonalData,
    payeeToOrder: createPayeeToOrder({ people, openPersonalData }),
    tasks: clockParts ? createAuditTasks(clockParts) : {},
    async wind(): Promise<void> {
      if (clockParts) await windAuditClock(clockParts)
    },
  }
}
