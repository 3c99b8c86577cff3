import type { Key } from '../engine.ts'
import type { JsonObject } from '../json.ts'
import type { Plan } from '../plan.ts'
import type { Scalar } from '../port.ts'
import { behindKey, behindNull, behindPrefix, sortKey } from './sort-key.ts'
import type { Prepare } from './statements.ts'
import type { KeyShape, TableShape } from './table.ts'

interface Reading {
  readonly prepare: Prepare
  readonly shape: TableShape
}

type Interval = readonly [from: Buffer, below: Buffer]

const later = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) < 0 ? b : a)
const earlier = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) < 0 ? a : b)

/** Every plan is one interval of the index: the prefix, cut by the bounds, cut by the page before. */
function intervalOf({ equals, bounds, after, descending }: Plan): Interval {
  const prefix = sortKey(equals)
  const bound = (value: Scalar): Buffer => Buffer.concat([prefix, sortKey([value])])
  const lowest = bounds === undefined ? prefix : behindNull(prefix)
  const from = bounds?.from === undefined ? lowest : later(lowest, bound(bounds.from))
  const below = bounds?.below === undefined ? behindPrefix(prefix) : bound(bounds.below)
  if (after === undefined) return [from, below]
  const last = Buffer.concat([prefix, sortKey([...after.values, after.id])])
  return descending ? [from, earlier(below, last)] : [later(from, behindKey(last)), below]
}

function keyNamed(shape: TableShape, name: string): KeyShape {
  const key = [...shape.columns, ...shape.sides].find((known) => known.name === name)
  if (key === undefined) throw new Error(`the table ${shape.name} lacks the key ${name}`)
  return key
}

/** The documents of a key, as something to select from: `key` is the sort key, `json` the document. */
const sourceOf = (shape: TableShape, key: KeyShape): { readonly from: string; readonly key: string } =>
  key.arrayField === undefined
    ? { from: shape.name, key: key.holder }
    : { from: `${key.holder} JOIN ${shape.name} ON ${shape.name}.row = ${key.holder}.row`, key: `${key.holder}.key` }

type Found = Readonly<Record<string, unknown>>

const parsed = (found: Found): JsonObject => JSON.parse(String(found['json'])) as JsonObject

const jsonOf = (found: Found | undefined): JsonObject | undefined => (found === undefined ? undefined : parsed(found))

export const rowByKey = ({ prepare, shape }: Reading, { county, id }: Key): JsonObject | undefined =>
  jsonOf(prepare(`SELECT json FROM ${shape.name} WHERE county = ? AND id = ?`).get(county, id))

export function rowByUnique({ prepare, shape }: Reading, name: string, values: readonly Scalar[]): JsonObject | undefined {
  const source = sourceOf(shape, keyNamed(shape, name))
  return jsonOf(prepare(`SELECT json FROM ${source.from} WHERE ${source.key} = ?`).get(sortKey(values)))
}

export function rowsOf({ prepare, shape }: Reading, plan: Plan): readonly JsonObject[] {
  const source = sourceOf(shape, keyNamed(shape, plan.index))
  const order = plan.descending ? 'DESC' : 'ASC'
  const sql = `SELECT json FROM ${source.from} WHERE ${source.key} >= ? AND ${source.key} < ? ORDER BY ${source.key} ${order} LIMIT ?`
  const found = prepare(sql).all(...intervalOf(plan), plan.limit + 1)
  return found.map(parsed)
}

export function countOf({ prepare, shape }: Reading, plan: Plan): number {
  const key = keyNamed(shape, plan.index)
  const source = key.arrayField === undefined ? { from: shape.name, key: key.holder } : { from: key.holder, key: 'key' }
  const sql = `SELECT count(*) AS count FROM ${source.from} WHERE ${source.key} >= ? AND ${source.key} < ?`
  return Number(prepare(sql).get(...intervalOf(plan))?.['count'])
}
