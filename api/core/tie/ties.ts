import type { PersonId } from '../id.ts'
import { LIMIT } from '../limit.ts'
import { accept, type Result, refuse } from '../result.ts'

export const TIE_KINDS = ['blocked', 'preferred'] as const
export type TieKind = (typeof TIE_KINDS)[number]

export interface Tie {
  readonly person: PersonId
  readonly at: Temporal.Instant
}

/** With whom somebody does not want to work any more, and whom he likes to ask first. Nobody else ever reads it. */
export interface Ties {
  readonly blocked: readonly Tie[]
  readonly preferred: readonly Tie[]
}

export const NO_TIES: Ties = { blocked: [], preferred: [] }

const without = (ties: readonly Tie[], person: PersonId): readonly Tie[] => ties.filter((tie) => tie.person !== person)

/** Nobody is both; who is there already stays as he is. */
export function tie<T extends Ties>(ties: T, kind: TieKind, { person, at }: Tie): Result<T> {
  if (ties[kind].some((known) => known.person === person)) return accept(ties)
  if (ties[kind].length >= LIMIT.tiesPerPerson) return refuse('too-many-ties', { limit: LIMIT.tiesPerPerson })
  const other = kind === 'blocked' ? 'preferred' : 'blocked'
  return accept({ ...ties, [kind]: [...ties[kind], { person, at }], [other]: without(ties[other], person) })
}

export function untie<T extends Ties>(ties: T, kind: TieKind, person: PersonId): T {
  const left = without(ties[kind], person)
  return left.length === ties[kind].length ? ties : { ...ties, [kind]: left }
}
