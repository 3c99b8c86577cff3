import { z } from 'zod'
import { ACTOR_ROLES, AUDIT_ACTIONS, type AuditRow } from '../core/audit/audited.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)
const named = z.string().min(1).max(200)

const schema = z.strictObject({
  id: z.string(),
  county: z.string(),
  version: z.literal(1),
  line: z.int().positive(),
  at: instant,
  key: named,
  actor: z.strictObject({ role: z.enum(ACTOR_ROLES), id: named }),
  action: z.enum(AUDIT_ACTIONS),
  subjects: z.array(named).max(1000),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  previous: sha256Hex,
  hash: sha256Hex,
})

export type AuditRowDoc = AuditRow & Doc

/** Inserted, never replaced or removed. Of two rows that were made behind the same line only one gets in, so the chain never forks. */
export const auditRows = collection<AuditRowDoc>({
  name: 'auditRows',
  schema,
  unique: { follows: ['county', 'previous'] },
  indexes: { line: ['county', 'line'], subject: ['county', 'subjects', 'line'] },
})

export const auditRowId = (key: string): string => deriveId('audit', key)
