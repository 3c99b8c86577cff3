import { BadDocument } from './port.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [field: string]: Json }
export type JsonObject = { readonly [field: string]: Json }

const DEPTH_MAX = 32
const TEXT_UNITS_MAX = 4 * 1024 * 1024

interface Budget {
  textUnits: number
}

const bad = (at: string, why: string): BadDocument => new BadDocument(`${at === '' ? 'the document' : at}: ${why}`)

/** `$` and dots are MongoDB's grammar, `__proto__` is JavaScript's: a name that one of them could read as more than a name is refused. */
function checkName(at: string, name: string): void {
  if (name === '' || name === '__proto__' || name.startsWith('$') || /[.\0]/.test(name) || !name.isWellFormed())
    throw bad(at, 'a field has a name that cannot be stored')
}

function storableText(at: string, text: string, budget: Budget): string {
  budget.textUnits += text.length
  if (budget.textUnits > TEXT_UNITS_MAX) throw bad(at, 'the document is too big')
  if (!text.isWellFormed()) throw bad(at, 'half a surrogate pair is not text')
  return text
}

function storableObject(at: string, value: object, budget: Budget): JsonObject {
  const entries: [string, Json][] = []
  for (const [name, part] of Object.entries(value)) {
    if (part === undefined) continue
    checkName(at, name)
    storableText(at, name, budget)
    entries.push([name, storable(at === '' ? name : `${at}.${name}`, part, budget)])
  }
  return Object.fromEntries(entries)
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** A copy that both databases keep exactly: plain JSON, −0 as 0, absent for undefined; anything else throws `BadDocument`. */
export function storable(at: string, value: unknown, budget: Budget = { textUnits: 0 }): Json {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return storableText(at, value, budget)
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value
  if (typeof value !== 'object') throw bad(at, `a ${typeof value} cannot be stored`)
  if (at.split('.').length > DEPTH_MAX) throw bad(at, 'the document is too deep')
  if (Array.isArray(value)) return value.map((part) => storable(`${at}.*`, part, budget))
  if (!isPlain(value)) throw bad(at, 'only plain objects can be stored')
  return storableObject(at, value, budget)
}
