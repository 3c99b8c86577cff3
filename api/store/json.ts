import { BadDocument } from './port.ts'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [field: string]: Json
}

const DEPTH_MAX = 32
const TEXT_UNITS_MAX = 4 * 1024 * 1024

/** How much of a document has been looked at, and the field it was last in. */
interface Look {
  depth: number
  textUnits: number
  field: string
}

const bad = (look: Look, why: string): BadDocument => new BadDocument(`${look.field}: ${why}`)

/** `$` and dots are MongoDB's grammar, `__proto__` is JavaScript's: a name that one of them could read as more than a name is refused. */
const isName = (name: string): boolean =>
  name !== '' && name.charCodeAt(0) !== 0x24 && name !== '__proto__' && !name.includes('.') && !name.includes('\0') && name.isWellFormed()

function checkText(text: string, look: Look): void {
  look.textUnits += text.length
  if (look.textUnits > TEXT_UNITS_MAX) throw bad(look, 'the document is too big')
  if (!text.isWellFormed()) throw bad(look, 'half a surrogate pair is not text')
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function copyOfObject(value: object, look: Look): JsonObject {
  if (!isPlain(value)) throw bad(look, 'only plain objects can be stored')
  const copy: Record<string, Json> = {}
  for (const [name, part] of Object.entries(value)) {
    if (part === undefined) continue
    if (!isName(name)) throw bad(look, 'a field within has a name that cannot be stored')
    look.textUnits += name.length
    look.field = name
    copy[name] = copyOf(part, look)
  }
  return copy
}

function copyOf(value: unknown, look: Look): Json {
  if (typeof value === 'string') {
    checkText(value, look)
    return value
  }
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value
  if (typeof value !== 'object') throw bad(look, `a ${typeof value} cannot be stored`)
  look.depth++
  if (look.depth > DEPTH_MAX) throw bad(look, 'the document is too deep')
  const copy = Array.isArray(value) ? value.map((part) => copyOf(part, look)) : copyOfObject(value, look)
  look.depth--
  return copy
}

/** A copy that both databases keep exactly: plain JSON, −0 as 0, absent for undefined; anything else throws `BadDocument`. */
export const storable = (value: unknown): Json => copyOf(value, { depth: 0, textUnits: 0, field: 'the document' })
