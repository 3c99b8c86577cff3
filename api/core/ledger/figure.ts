import { assert } from '../assert.ts'
import type { PersonId } from '../id.ts'
import { addFen, type Fen, NO_FEN } from '../money.ts'
import { type AccountName, isOfKind, isRunning } from './account.ts'
import type { Entry } from './entry.ts'

/**
 * What runs along with the entries as on a bank statement: the balance of an account of a person or a job, and `held:EMPLOYER`, which is
 * what lies in the escrows of all jobs of one employer. Nothing is posted to the latter, so it is no account.
 */
export type FigureName = AccountName | HeldName
type HeldName = string & { readonly kind: 'held' }

export const heldFigure = (employer: PersonId): HeldName => `held:${employer}` as HeldName

/** One figure after one entry. `follows` names the line of the same figure before it, so that two entries can never follow the same line. */
export interface Figure {
  readonly name: FigureName
  readonly amountFen: Fen
  readonly follows: string
}

/** Where a figure stands: the line of its newest entry, 0 before the first. */
export interface Standing {
  readonly line: number
  readonly amountFen: Fen
}
export const NOTHING_YET: Standing = { line: 0, amountFen: NO_FEN }

/** An entry at its place in the book: its line lies behind the newest line of each figure it changes, and it carries them on. */
export interface Booked {
  readonly entry: Entry
  readonly line: number
  readonly figures: readonly Figure[]
}

/** How an entry changes each figure it touches, by nothing where money only passes through. */
export function changesOf({ employer, postings }: Entry): ReadonlyMap<FigureName, Fen> {
  const changes = new Map<FigureName, Fen>()
  const add = (name: FigureName, amountFen: Fen) => changes.set(name, addFen(changes.get(name) ?? NO_FEN, amountFen))
  for (const { account, amountFen } of postings) {
    if (isRunning(account)) add(account, amountFen)
    if (isOfKind('job', account)) add(heldFigure(employer), amountFen)
  }
  return changes
}

export const figureAfter = (name: FigureName, before: Standing, changeFen: Fen): Figure => ({
  name,
  amountFen: addFen(before.amountFen, changeFen),
  follows: `${name}@${before.line}`,
})

/** Puts an entry behind what stands. A figure that would fall below zero is money that somebody does not have, so it throws. */
export function bookAfter(entry: Entry, standing: (name: FigureName) => Standing): Booked {
  const changes = [...changesOf(entry)].map(([name, changeFen]) => ({ name, changeFen, before: standing(name) }))
  assert(changes.length > 0, 'an entry concerns a person or a job')
  const figures = changes.map(({ name, before, changeFen }) => figureAfter(name, before, changeFen))
  assert(
    figures.every(({ amountFen }) => amountFen >= 0),
    'nobody gives what he has not',
  )
  return { entry, line: 1 + Math.max(...changes.map(({ before }) => before.line)), figures }
}

/** Where a figure stands after a booked entry that changes it. */
export function standingAfter({ line, figures }: Booked, name: FigureName): Standing {
  const figure = figures.find((each) => each.name === name)
  assert(figure !== undefined, 'the entry carries the figure')
  return { line, amountFen: figure.amountFen }
}
