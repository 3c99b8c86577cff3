import { isBefore } from '../clock.ts'
import { addFen, type Fen, fen, NO_FEN, subtractFen } from '../money.ts'

import type { Deal } from '../take/proposal.ts'

/** `work`: what the terms pay for the work that was done. `extra`: more than was agreed. `deduction`: less, with the worker's consent. */
export type WageItemKind = 'work' | 'overtime' | 'extra' | 'deduction'

export interface WageItem {
  readonly kind: WageItemKind
  readonly amountFen: Fen
  /** As it was said; empty where nothing had to be said. */
  readonly reason: string
}

/** Of what a seat's pay is made: `earned` less `deducted` is what it comes to before tax. */
export interface WageItems {
  readonly earned: readonly WageItem[]
  readonly deducted: readonly WageItem[]
}

export interface PayStory {
  readonly termsFen: Fen
  /** What both sides agreed in place of the terms, the oldest first; each says what the whole seat is paid. */
  readonly deals: readonly Pick<Deal, 'kind' | 'amountFen' | 'reason' | 'agreedAt'>[]
  /** Cash for what was still owed after this moves money and changes no pay. */
  readonly confirmedAt: Temporal.Instant | null
  /** What the seat is paid in the end. */
  readonly payFen: Fen
}

const totalOf = ({ earned, deducted }: WageItems): Fen =>
  subtractFen(addFen(NO_FEN, ...earned.map(({ amountFen }) => amountFen)), addFen(NO_FEN, ...deducted.map(({ amountFen }) => amountFen)))

/** Tells the pay of a seat as a row of items; what nobody gave a reason for is told as more or less than agreed. */
export function wageItems({ termsFen, deals, confirmedAt, payFen }: PayStory): WageItems {
  const counting = deals.filter(({ agreedAt }) => confirmedAt === null || !isBefore(confirmedAt, agreedAt))
  const agreed = counting.reduce<WageItems>(after, { earned: workFor(termsFen), deducted: [] })
  return towards(agreed, { payFen, kind: 'extra', reason: '' })
}

const workFor = (amountFen: Fen): readonly WageItem[] => (amountFen > 0 ? [{ kind: 'work', amountFen, reason: '' }] : [])

/** A part of the work stands for itself; everything else adds to what was agreed before, or takes from it. */
function after(items: WageItems, { kind, amountFen, reason }: PayStory['deals'][number]): WageItems {
  if (kind === 'part-day') return { earned: [{ kind: 'work', amountFen, reason }], deducted: [] }
  return towards(items, { payFen: amountFen, kind: kind === 'overtime' ? 'overtime' : 'extra', reason })
}

function towards(items: WageItems, { payFen, kind, reason }: { payFen: Fen; kind: 'overtime' | 'extra'; reason: string }): WageItems {
  const moreFen = subtractFen(payFen, totalOf(items))
  if (moreFen === 0) return items
  if (moreFen > 0) return { ...items, earned: [...items.earned, { kind, amountFen: moreFen, reason }] }
  return { ...items, deducted: [...items.deducted, { kind: 'deduction', amountFen: fen(-moreFen), reason }] }
}
