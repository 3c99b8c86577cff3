import { hash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { assert } from '../core/assert.ts'
import type { AskedAudit, AuditRow } from '../core/audit/audited.ts'
import { isSame, NO_ROWS, rowBehind, type Sha256, type Tail } from '../core/audit/chain.ts'
import type { Clock } from '../core/clock.ts'
import type { Result } from '../core/result.ts'
import { createGate } from '../store/gate.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { type AuditRowDoc, auditRowId, auditRows } from './audit-row.collection.ts'

/** Writes down what somebody does before he does it, and settles once it is written. Said twice is written once. */
export type Audit = (asked: AskedAudit) => Promise<AuditRow>

/** The same around an act that may be refused, which is then written down as well. */
export type Audited = <T>(asked: AskedAudit, act: () => Promise<Result<T>>) => Promise<Result<T>>

interface AuditParts {
  readonly store: Pick<Store, 'insert' | 'get' | 'find'>
  readonly county: string
  readonly clock: Clock
}

/** All of a county write behind the same row, so a writer may lose many times in turn; each time it waits a little longer. */
const ATTEMPTS = 100
const STEP_ASIDE_MS = 3
const STEPS_MAX = 12
const GATE_LIMITS = { holdMs: 15_000, waitingMax: 10_000 }
const CHAIN = 'chain'

export const sha256: Sha256 = (text) => hash('sha256', text)

export function createAudit(parts: AuditParts): Audit {
  const gate = createGate(GATE_LIMITS)
  let tail: Tail | undefined

  /** undefined: another process has written behind the same row, and may have written this very one. */
  async function tryAppend(asked: AskedAudit): Promise<AuditRow | undefined> {
    const { store, county, clock } = parts
    const row = rowBehind(asked, { county, at: clock.now(), tail: tail ?? (await readTail(parts)) }, sha256)
    const id = auditRowId(asked.key)
    tail = undefined
    const inserted = await store.insert(auditRows, { id, version: 1, ...row })
    if (inserted.ok) {
      tail = row
      return row
    }
    const known = await store.get(auditRows, county, id)
    assert(known === undefined || isSame(known, asked), 'a key of the audit says the same each time')
    return known
  }

  async function append(asked: AskedAudit): Promise<AuditRow> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (attempt > 0) await sleep(Math.random() * STEP_ASIDE_MS * Math.min(attempt, STEPS_MAX))
      const row = await tryAppend(asked)
      if (row !== undefined) return row
    }
    throw new StoreUnavailable('many write the audit at once')
  }

  return (asked) => gate.run(CHAIN, () => append(asked))
}

async function readTail({ store, county }: AuditParts): Promise<Tail> {
  const { docs } = await store.find<AuditRowDoc>(auditRows, { index: 'line', county, descending: true, limit: 1 })
  return docs[0] ?? NO_ROWS
}

export const createAudited =
  (audit: Audit): Audited =>
  async (asked, act) => {
    const { line } = await audit(asked)
    const done = await act()
    if (done.ok) return done
    const facts = { line, refusal: done.refusal }
    await audit({ ...asked, key: `${asked.key}:refused`, action: 'refuse-action', facts })
    return done
  }
