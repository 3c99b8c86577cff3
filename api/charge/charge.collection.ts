import { z } from 'zod'
import { CHARGE_STATES, type Charge } from '../core/charge/charge.ts'
import { CHARGE_PURPOSES } from '../core/charge/purpose.ts'
import { EMPTY_OUTBOX, type OutboxDoc, outboxFields, outboxIndex } from '../event/outbox.ts'
import { id } from '../store/brand.ts'
import { fenAmount, instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import { deriveId } from '../vault/digest.ts'

const text = z.string().min(1)

export interface ChargeDoc extends Charge, OutboxDoc {
  readonly county: string
  /** What stands in the address of the page to pay on; says nothing and cannot be guessed. */
  readonly code: string
}

/** Found by key, and by the code of its page. */
export const charges = collection<ChargeDoc>({
  name: 'charges',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    key: text,
    demo: z.boolean(),
    purpose: z.enum(CHARGE_PURPOSES),
    job: id<'job'>(),
    jobNumber: text,
    employer: id<'person'>(),
    amountFen: fenAmount,
    askedAt: instant,
    attempt: z.int().positive(),
    state: z.enum(CHARGE_STATES),
    paidBy: z.string().nullable(),
    code: text,
    ...outboxFields,
  }),
  unique: { code: ['county', 'code'] },
  indexes: { ...outboxIndex },
})

export const chargeId = (key: string): string => deriveId('charge', key)

/** What is to be asked of an employer, before it is. */
export type Wanted = Pick<Charge, 'key' | 'purpose' | 'job' | 'jobNumber' | 'employer' | 'amountFen' | 'demo'>

export const newCharge = (wanted: Wanted, about: { county: string; askedAt: Temporal.Instant; code: string }): ChargeDoc => ({
  ...{ ...wanted, ...about, ...EMPTY_OUTBOX, id: chargeId(wanted.key), version: 1 },
  ...{ attempt: 1, state: 'asked', paidBy: null },
})
