import { type Problem, problemUri } from '../contract/problem.ts'
import { REFUSAL } from '../core/refusal.ts'
import type { Rejected } from './dispatch.ts'
import { PROBLEM_TITLE, WIRE_TITLE } from './problem-copy.ts'

type WireCode = keyof typeof WIRE_TITLE

const WIRE_STATUS = {
  'method-not-allowed': 405,
  'request-timeout': 408,
  'headers-too-large': 431,
  'unexpected-error': 500,
} as const satisfies Record<WireCode, number>

export function problemOf({ refusal, facts, errors = [] }: Rejected): Problem {
  return {
    type: problemUri(refusal),
    title: PROBLEM_TITLE[refusal],
    status: REFUSAL[refusal].status,
    code: refusal,
    facts,
    errors: [...errors],
  }
}

export function wireProblem(code: WireCode): Problem {
  return { type: problemUri(code), title: WIRE_TITLE[code], status: WIRE_STATUS[code], code, facts: {}, errors: [] }
}
