import type { Audit, Audited } from './audit/audit.ts'
import type { Clock } from './core/clock.ts'
import type { OwnTell } from './core/notice/own-notices.ts'
import { createErasureTasks, type ErasureParts } from './own-data/erase-person.ts'
import { createErasureRoutes } from './own-data/erasure.routes.ts'
import type { People } from './person/find-person.ts'
import type { Timers } from './schedule/timers.ts'
import type { Editor } from './store/editor.ts'
import type { Store } from './store/port.ts'
import type { Vault } from './vault/vault.ts'
import type { Ledger } from './wallet/ledger.ts'

export interface OwnDataParts {
  readonly store: Store
  readonly editor: Editor
  readonly vault: Vault
  readonly county: string
  readonly clock: Clock
  readonly people: People
  readonly timers: Timers
  readonly ledger: Ledger
  readonly audit: Audit
  readonly audited: Audited
  readonly whyPaused: ErasureParts['whyPaused']
  readonly keptYears: number
  readonly townships: readonly string[]
  readonly tell: (cause: string, tell: OwnTell) => Promise<void>
}

/** What somebody may ask of his own data, himself or at the counter. */
export function startOwnData(parts: OwnDataParts) {
  const erasure: ErasureParts = { ...parts, setTimer: parts.timers.set }
  return {
    handlers: createErasureRoutes({ ...erasure, people: parts.people, audited: parts.audited }),
    tasks: createErasureTasks(erasure),
  }
}
