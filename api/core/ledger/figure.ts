import { assert } from '../assert.ts'
import type { PersonId } from '../id.ts'
import { addFen, type Fen, NO_FEN } from '../money.ts'
import { type AccountName, isOfKind, isRunning, PAYOUTS, REFUNDS } from './account.ts'
import type { AboutJob, AboutWorker, Entry } from './entry.ts'

/**
 * What runs along with the entries as on a bank statement: the balance of an account of a person or a job, and what one person has in an
 * account of many: `held:EMPLOYER` in the escrows of all his jobs, `returning:EMPLOYER` in `refunds`, `outgoing:WORKER` in `payouts`.
 * Nothing is posted to these, so they are no accounts.
 */
export type FigureName = AccountName | ShareName
type ShareName = string & { readonly kind: 'share' }

const share = (kind: 'held' | 'returning' | 'outgoing', person: PersonId): ShareName => `${kind}:${person}` as ShareName

export const heldFigure = (employer: PersonId): ShareName => share('held', employer)
/** On its way back to him, and not there yet. */
export const returningFigure = (employer: PersonId): ShareName => share('returning', employer)
/** On its way to him, and not there yet. */
export const outgoingFigure = (worker: PersonId): ShareName => share('outgoing', worker)

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
export function changesOf(entry: Entry): ReadonlyMap<FigureName, Fen> {
  const changes = new Map<FigureName, Fen>()
  const add = (name: FigureName, amountFen: Fen) => changes.set(name, addFen(changes.get(name) ?? NO_FEN, amountFen))
  for (const { account, amountFen } of entry.postings) {
    if (isRunning(account)) add(account, amountFen)
    const share = shareOf(entry, account)
    if (share !== undefined) add(share, amountFen)
  }
  return changes
}

function shareOf(memo: AboutJob | AboutWorker, account: AccountName): ShareName | undefined {
  if (account === PAYOUTS) {
    assert('worker' in memo, 'what is paid out belongs to a worker')
    return outgoingFigure(memo.worker)
  }
  if (account !== REFUNDS && !isOfKind('job', account)) return undefined
  assert('job' in memo, 'an escrow and what is left of it belong to an employer')
  return account === REFUNDS ? returningFigure(memo.employer) : heldFigure(memo.employer)
}

export const figureAfter = (name: FigureName, before: Standing, changeFen: Fen): Figure => ({
  name,
  amountFen: addFen(before.amountFen, changeFen),
  follows: `${name}@${before.line}`,
})

/** Puts an entry behind what stands; undefined where a figure would fall below zero, for that is money which somebody does not have. */
export function bookIfCovered(entry: Entry, standing: (name: FigureName) => Standing): Booked | undefined {
  const changes = [...changesOf(entry)].map(([name, changeFen]) => ({ name, changeFen, before: standing(name) }))
  assert(changes.length > 0, 'an entry concerns a person or a job')
  const figures = changes.map(({ name, before, changeFen }) => figureAfter(name, before, changeFen))
  if (figures.some(({ amountFen }) => amountFen < 0)) return undefined
  return { entry, line: 1 + Math.max(...changes.map(({ before }) => before.line)), figures }
}

/** The same for an entry that the rules have allowed already. */
export function bookAfter(entry: Entry, standing: (name: FigureName) => Standing): Booked {
  const booked = bookIfCovered(entry, standing)
  assert(booked !== undefined, 'nobody gives what he has not')
  return booked
}

/** Where a figure stands after a booked entry that changes it. */
export function standingAfter({ line, figures }: Booked, name: FigureName): Standing {
  const figure = figures.find((each) => each.name === name)
  assert(figure !== undefined, 'the entry carries the figure')
  return { line, amountFen: figure.amountFen }
}
