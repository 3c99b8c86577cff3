import { fieldAt } from '../field.ts'
import type { Plan, Position } from '../plan.ts'
import type { Collection, FieldPath, Scalar } from '../port.ts'

/** Every value stands behind an operator of ours, so no value can be one itself. */
export type Filter = Readonly<Record<string, unknown>>

/** Ids are unique within a county; a county's code holds no slash. It is also the shard key's second half. */
export const documentId = (county: string, id: string): string => `${county}/${id}`

/** The least value of the field's kind: comparing with it leaves null and missing out, in queries and partial indexes alike. */
export function lowestOf(of: Collection, field: FieldPath): Scalar {
  const kind = fieldAt(of, field)?.kind
  if (kind === 'number') return Number.NEGATIVE_INFINITY
  return kind === 'boolean' ? false : ''
}

const equal = (fields: readonly FieldPath[], values: readonly Scalar[]): Filter[] =>
  values.flatMap((value, at) => (fields[at] === undefined ? [] : [{ [fields[at]]: { $eq: value } }]))

/** Strictly behind a value in the order of the index, in which absent (null or missing) comes first. */
function behind(field: FieldPath, value: Scalar, descending: boolean): Filter | undefined {
  if (!descending) return { [field]: value === null ? { $ne: null } : { $gt: value } }
  return value === null ? undefined : { $or: [{ [field]: { $lt: value } }, { [field]: { $eq: null } }] }
}

/** Rows behind the last page: equal in the first fields and behind in the next one, for each next one, the id being the last. */
function afterFilter(fields: readonly FieldPath[], { values, id }: Position, plan: Plan): Filter {
  const county = String(plan.equals[0])
  const steps = fields.flatMap((field, at) => {
    const step = behind(field, values[at] ?? null, plan.descending)
    return step === undefined ? [] : [{ $and: [...equal(fields, values.slice(0, at)), step] }]
  })
  const tie = { _id: { [plan.descending ? '$lt' : '$gt']: documentId(county, id) } }
  return { $or: [...steps, { $and: [...equal(fields, values), tie] }] }
}

/** Says again what `afterFilter` implies of the first field, in a form that bounds the scan of the index. */
function scanBound(of: Collection, field: FieldPath | undefined, plan: Plan): Filter[] {
  const value = plan.after?.values[0] ?? null
  if (field === undefined || value === null) return []
  if (!plan.descending) return [{ [field]: { $gte: value } }]
  return fieldAt(of, field)?.optional === false ? [{ [field]: { $lte: value } }] : []
}

function boundsFilter(of: Collection, field: FieldPath | undefined, { bounds }: Plan): Filter[] {
  if (field === undefined || bounds === undefined) return []
  const { from = lowestOf(of, field), below } = bounds
  return [{ [field]: { $gte: from, ...(below === undefined ? {} : { $lt: below }) } }]
}

export function filterOf(of: Collection, plan: Plan): Filter {
  const rest = plan.fields.slice(plan.equals.length)
  const after = plan.after === undefined ? [] : [...scanBound(of, rest[0], plan), afterFilter(rest, plan.after, plan)]
  return { $and: [...equal(plan.fields, plan.equals), ...boundsFilter(of, rest[0], plan), ...after] }
}

/** The order of the index behind the fixed fields; the id settles ties. */
export function sortOf(plan: Plan): Record<string, 1 | -1> {
  const fields = [...plan.fields.slice(plan.equals.length), '_id']
  return Object.fromEntries(fields.map((field) => [field, plan.descending ? -1 : 1]))
}

export const keyFilter = (fields: readonly FieldPath[], values: readonly Scalar[]): Filter => ({ $and: equal(fields, values) })
