import { z } from 'zod'

export const fieldError = z.object({ field: z.string(), message: z.string() })
export type FieldError = z.output<typeof fieldError>

/** RFC 9457. `code` is the refusal's key; `facts` are what a sentence about it needs; `errors` name the fields at fault. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  errors: z.array(fieldError),
})
export type Problem = z.output<typeof problem>

export const PROBLEM_TYPE = 'application/problem+json'
export const problemUri = (code: string): string => `urn:linggong:problem:${code}`
