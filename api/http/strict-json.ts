import { isUtf8 } from 'node:buffer'
import type { FieldError } from '../contract/problem.ts'
import { type Accepted, accept } from '../core/result.ts'

const DEPTH_MAX = 16
const ELEMENTS_MAX = 1000
const FIELD_CHARACTERS = 100

interface Bad {
  readonly ok: false
  readonly error: FieldError
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a

const bad = (at: string, message: string): Bad => ({ ok: false, error: { field: at.slice(0, FIELD_CHARACTERS).toWellFormed(), message } })

/** How many members the text of a valid JSON document has, repeated ones counted each time: the colons outside of its strings. */
function membersWritten(bytes: Buffer): number {
  let members = 0
  let inText = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === QUOTE) inText = !inText
    else if (inText && byte === BACKSLASH) at += 1
    else if (!inText && byte === COLON) members += 1
  }
  return members
}

const isStrange = (text: string): boolean => text.includes('\0') || !text.isWellFormed()

/** Walks what was parsed; counts its members, or says where something is that no honest client sends. */
class Walk {
  members = 0

  look(value: unknown, at: string, depth: number): Bad | undefined {
    if (typeof value === 'string') return isStrange(value) ? bad(at, 'not text') : undefined
    if (typeof value === 'number') return Object.is(value, -0) || !Number.isFinite(value) ? bad(at, 'not a number') : undefined
    if (typeof value !== 'object' || value === null) return undefined
    if (depth === DEPTH_MAX) return bad(at, 'too deep')
    return Array.isArray(value) ? this.#array(value, at, depth) : this.#object(value, at, depth)
  }

  #array(values: readonly unknown[], at: string, depth: number): Bad | undefined {
    if (values.length > ELEMENTS_MAX) return bad(at, 'too many elements')
    for (const [index, value] of values.entries()) {
      const found = this.look(value, `${at}.${index}`, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }

  #object(value: object, at: string, depth: number): Bad | undefined {
    for (const name in value) {
      if (!Object.hasOwn(value, name)) continue
      this.members += 1
      if (name === '__proto__' || isStrange(name)) return bad(`${at}.${name}`, 'not a field name')
      const found = this.look(Reflect.get(value, name), `${at}.${name}`, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
}

function parsed(bytes: Buffer): Accepted<unknown> | Bad {
  if (!isUtf8(bytes)) return bad('body', 'not UTF-8')
  try {
    return accept(JSON.parse(bytes.toString('utf8')))
  } catch {
    return bad('body', 'not JSON')
  }
}

/** JSON as RFC 8259 means it and no parser differs about: UTF-8, each name once, bounded, without what only an attack holds. */
export function parseStrictJson(bytes: Buffer): Accepted<unknown> | Bad {
  const document = parsed(bytes)
  if (!document.ok) return document
  const walk = new Walk()
  const found = walk.look(document.value, 'body', 0)
  if (found !== undefined) return found
  return walk.members === membersWritten(bytes) ? document : bad('body', 'the same field twice')
}
