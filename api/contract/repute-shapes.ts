import { z } from 'zod'
import { PAY_SPEEDS } from '../core/repute/repute.ts'

/** `average` is null while too few have said anything. */
const stars = { ratings: z.int(), average: z.number().nullable() }

/** How an employer has kept his word in the last half year; all zeros and nulls: nothing is known yet. */
export const employerReputeView = z.object({
  ...stars,
  jobs: z.int(),
  insuredJobs: z.int(),
  calledOff: z.int(),
  paySpeed: z.enum(PAY_SPEEDS).nullable(),
  inArrears: z.boolean(),
})
export type EmployerReputeView = z.output<typeof employerReputeView>

/** How a worker has. */
export const workerReputeView = z.object({
  ...stars,
  came: z.int(),
  missed: z.int(),
  leftLate: z.int(),
  lateMinutes: z.int().nullable(),
})
export type WorkerReputeView = z.output<typeof workerReputeView>
