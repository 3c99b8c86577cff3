import { z } from 'zod'
import type { CreditLine } from '../core/credit/credit-line.ts'
import { id } from '../store/brand.ts'
import { fenAmount, instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

export interface CreditDoc extends CreditLine, Doc {}

/** One an employer, under the employer's id: that the sum of what is lent stays within the limit is kept by one document. */
export const creditLines = collection<CreditDoc>({
  name: 'creditLines',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    employer: id<'person'>(),
    limitFen: fenAmount,
    lent: z.array(z.strictObject({ job: id<'job'>(), amountFen: fenAmount, at: instant })),
  }),
})
