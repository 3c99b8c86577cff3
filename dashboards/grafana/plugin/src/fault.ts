import type { Copy } from './copy.ts'
import { problemShape } from './shapes.ts'
import { worded } from './worded.ts'

/** What can be wrong between Grafana and the county; stale figures are no fault of a query, only of the health. */
export type Fault =
  | { readonly kind: 'unreachable' | 'unauthorised' | 'mismatch' }
  /** The API understood and said no: because of which field, or by its own title. */
  | { readonly kind: 'refused'; readonly field: string; readonly title: string }

/** An answer that came, but not in the shape that was agreed. */
export const MISMATCH: Fault = { kind: 'mismatch' }

/** Grafana's proxy turns a 401 of ours into a 400 with these words, so that nobody takes it for Grafana's own session. */
const PROXY_SAYS_UNAUTHORISED = 'Authentication to data source failed'

/** Where Grafana puts the words of an answer that is no JSON differs between its releases. */
const saysUnauthorised = (data: unknown): boolean => (JSON.stringify(data) ?? '').includes(PROXY_SAYS_UNAUTHORISED)

const NOBODY_THERE = 0
const TO_ITSELF = 500

function statusOf(error: unknown): number {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined
  return typeof status === 'number' ? status : NOBODY_THERE
}

const dataOf = (error: unknown): unknown => (typeof error === 'object' && error !== null ? Reflect.get(error, 'data') : undefined)

/** What a failed request of Grafana's says. */
export function faultOf(error: unknown): Fault {
  const status = statusOf(error)
  const data = dataOf(error)
  if (status === 401 || status === 403 || (status === 400 && saysUnauthorised(data))) return { kind: 'unauthorised' }
  const problem = problemShape.safeParse(data)
  if (!problem.success) return status === NOBODY_THERE || status >= TO_ITSELF ? { kind: 'unreachable' } : MISMATCH
  const { code, title, facts, errors } = problem.data
  return { kind: 'refused', field: code === 'not-found' ? 'metric' : (facts.field ?? errors[0]?.field ?? ''), title }
}

export function faultText(fault: Fault, { health, refused }: Copy): string {
  if (fault.kind !== 'refused') return health[fault.kind]
  const { other, ...fields } = refused
  return Object.hasOwn(fields, fault.field) ? worded(fields, fault.field) : other(fault.title)
}
