import { UNNAMED_KID } from './key-ring.ts'
import type { Vault } from './vault.ts'

type Stamping = Pick<Vault, 'indexes'>

/** A text and the secret it is recognised by, kept for years: which key it was made with stands in front, but for the one without a name. */
export function stampOf({ indexes }: Stamping, purpose: string, text: string): string {
  const index = indexes.one(purpose, text)
  return indexes.kid === UNNAMED_KID ? index : `${indexes.kid}.${index}`
}

export function kidOfStamp(stamp: string): string {
  const dot = stamp.indexOf('.')
  return dot < 0 ? UNNAMED_KID : stamp.slice(0, dot)
}

/** `no-key`: the ring lacks the key it was made with, so nobody can tell. */
export function checkStamp({ indexes }: Stamping, stamp: string, made: { purpose: string; text: string }): 'right' | 'wrong' | 'no-key' {
  const index = indexes.under(kidOfStamp(stamp), made.purpose, made.text)
  if (index === undefined) return 'no-key'
  return index === stamp.slice(stamp.indexOf('.') + 1) ? 'right' : 'wrong'
}
