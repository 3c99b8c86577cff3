import type { FieldError } from '../contract/problem.ts'

const PARAMETERS_MAX = 30

export type Query = { readonly ok: true; readonly query: object } | { readonly ok: false; readonly error: FieldError }

const bad = (field: string, message: string): Query => ({ ok: false, error: { field: `query${field}`.slice(0, 100), message } })
const EMPTY: Query = { ok: true, query: Object.freeze({}) }

const decode = (text: string): string => (/[%+]/.test(text) ? decodeURIComponent(text.replaceAll('+', ' ')) : text)

/** Flat and strict: each name once, valid percent-encoding, no brackets that would grow into objects. */
export function readQuery(url: string): Query {
  const mark = url.indexOf('?')
  if (mark === -1 || mark === url.length - 1) return EMPTY
  const pairs = url.slice(mark + 1).split('&', PARAMETERS_MAX + 1)
  if (pairs.length > PARAMETERS_MAX) return bad('', 'too many parameters')
  const query: Record<string, string> = {}
  for (const pair of pairs) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    try {
      const name = decode(equals === -1 ? pair : pair.slice(0, equals))
      const value = equals === -1 ? '' : decode(pair.slice(equals + 1))
      if (name === '__proto__') return bad(`.${name}`, 'unknown')
      if (Object.hasOwn(query, name)) return bad(`.${name}`, 'given twice')
      if (value.includes('\0')) return bad(`.${name}`, 'not text')
      query[name] = value
    } catch {
      return bad('', 'bad percent-encoding')
    }
  }
  return { ok: true, query }
}
