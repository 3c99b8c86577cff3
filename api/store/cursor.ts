import { hash } from 'node:crypto'
import type { JsonObject } from './json.ts'
import type { Plan, Position } from './plan.ts'
import { BadCursor, type Collection, type Scalar } from './port.ts'
import { valueAt } from './stored.ts'

const CURSOR_CHARACTERS_MAX = 8192
const SEAL_CHARACTERS = 16

/**
 * The seal binds a cursor to its query and shows damage. It is no secret and needs none: county, `equals` and range come from the
 * query each time, so a cursor somebody computes himself only chooses where in his own answer to go on.
 */
function seal(of: Collection, plan: Plan, position: string): string {
  const query = [of.name, plan.index, plan.equals, plan.bounds?.from ?? null, plan.bounds?.below ?? null, plan.descending, position]
  return hash('sha256', JSON.stringify(query), 'base64url').slice(0, SEAL_CHARACTERS)
}

/** The place right behind a document in the answer to a query. */
export function cursorBehind(of: Collection, plan: Plan, stored: JsonObject): string {
  const values = plan.fields.slice(plan.equals.length).map((field) => valueAt(stored, field))
  const position = Buffer.from(JSON.stringify([...values, valueAt(stored, 'id')])).toString('base64url')
  return `${position}.${seal(of, plan, position)}`
}

const isScalar = (value: unknown): value is Scalar => value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** What stands in a cursor. The seal is no secret, so anybody can put one on anything. */
export function readPosition(position: string): unknown {
  try {
    return JSON.parse(Buffer.from(position, 'base64url').toString())
  } catch {
    throw new BadCursor('this cursor holds nothing that was written here')
  }
}

function scalarsIn(position: string): readonly Scalar[] {
  const values = readPosition(position)
  return Array.isArray(values) && values.every(isScalar) ? values : []
}

/** Reads a cursor made by `cursorBehind` for the same query; anything else throws `BadCursor`. */
export function positionOf(of: Collection, plan: Plan, cursor: string): Position {
  const [position = '', given, ...more] = typeof cursor === 'string' && cursor.length <= CURSOR_CHARACTERS_MAX ? cursor.split('.') : []
  if (more.length > 0 || given !== seal(of, plan, position)) throw new BadCursor('this cursor was not made by this query')
  const values = scalarsIn(position)
  const id = values.at(-1)
  if (values.length !== plan.fields.length - plan.equals.length + 1 || typeof id !== 'string')
    throw new BadCursor('this cursor names no place')
  return { values: values.slice(0, -1), id }
}
