import { z } from 'zod'
import { CAME, type EmployerMark, type WorkerMark } from '../core/repute/marks.ts'
import { id } from '../store/brand.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

const ofJob = { job: id<'job'>(), version: z.int(), at: instant }

const employerMark = z.strictObject({
  ...ofJob,
  worked: z.boolean(),
  insured: z.boolean(),
  calledOff: z.boolean(),
  paid: z.array(z.int()),
  dues: z.int(),
  openDues: z.int(),
  owedSince: instant.nullable(),
  stars: z.array(z.int()),
})

const workerMark = z.strictObject({
  ...ofJob,
  take: id<'take'>(),
  came: z.enum(CAME),
  lateMinutes: z.int(),
  stars: z.int(),
})

/** What the jobs of the last half year say of one person, each in a few figures: read off the jobs, so that it can be read off them again. */
export interface ReputeDoc extends Doc {
  readonly asEmployer: readonly EmployerMark[]
  readonly asWorker: readonly WorkerMark[]
}

/** Under the person's id. */
export const reputes = collection<ReputeDoc>({
  name: 'reputes',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    asEmployer: z.array(employerMark),
    asWorker: z.array(workerMark),
  }),
})
