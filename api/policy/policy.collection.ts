import { z } from 'zod'
import type { PolicyId } from '../core/id.ts'
import { POLICY_LAYERS, POLICY_PAYERS, type Policy } from '../core/policy/policy.ts'
import { id } from '../store/brand.ts'
import { fenAmount, instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'

const cover = {
  id: id<'policy'>(),
  county: z.string(),
  version: z.int(),
  demo: z.boolean(),
  take: id<'take'>(),
  worker: id<'person'>(),
  job: id<'job'>(),
  jobNumber: z.string(),
  employer: id<'person'>(),
  layer: z.enum(POLICY_LAYERS),
  payer: z.enum(POLICY_PAYERS),
  riskClass: z.int(),
  coverFen: fenAmount,
  premiumFen: fenAmount,
  effectiveFrom: instant,
  effectiveUntil: instant,
}

export type PolicyDoc = Policy & Doc

/** One a take at most; listed by job. */
export const policies = collection<PolicyDoc>({
  name: 'policies',
  schema: z.discriminatedUnion('state', [
    z.strictObject({ ...cover, state: z.literal('booked') }),
    z.strictObject({ ...cover, state: z.literal('void'), voidedAt: instant }),
  ]),
  unique: { take: ['county', 'take'] },
  indexes: { job: ['county', 'job', 'take'] },
})

export const policyId = (take: string): PolicyId => deriveId('policy', take)
