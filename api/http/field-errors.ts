import type { z } from 'zod'
import type { FieldError } from '../contract/problem.ts'

const ERRORS_MAX = 20
const FIELD_CHARACTERS = 100
const MESSAGE_CHARACTERS = 200

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.').slice(0, FIELD_CHARACTERS)

function ofIssue(part: string, issue: z.core.$ZodIssue): readonly FieldError[] {
  const message = issue.message.slice(0, MESSAGE_CHARACTERS)
  if (issue.code !== 'unrecognized_keys') return [{ field: fieldOf([part, ...issue.path]), message }]
  return issue.keys.slice(0, ERRORS_MAX).map((key) => ({ field: fieldOf([part, ...issue.path, key]), message: 'unknown' }))
}

/** Which fields are wrong, without what they held: `body.pay.amountFen`. */
export const fieldErrors = (part: string, issues: readonly z.core.$ZodIssue[]): readonly FieldError[] =>
  issues.flatMap((issue) => ofIssue(part, issue)).slice(0, ERRORS_MAX)

/** What is the name of some field of ours, an index, or what somebody may well have taken for one. */
const NAME = /^(?:[a-zA-Z_$][\w$-]{0,39}|\d{1,4})$/
const NO_NAME = '?'

/** A caller chooses what the fields he sends are called, and may put there what must not come back: a number, somebody's name. */
export const tellableField = (field: string): string =>
  field
    .split('.')
    .map((part) => (NAME.test(part) ? part : NO_NAME))
    .join('.')
