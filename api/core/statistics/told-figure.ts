import { figureChange } from './figure-change.ts'
import { BEFORE_WORD, CHANGE_WORD, NO_FIGURE_WORD, type NoFigure } from './figure-copy.ts'
import { type FigureText, figureText, type Measured } from './figure-text.ts'
import type { PeriodKind } from './period-kind.ts'

interface Cell {
  readonly value: number | null
  readonly suppressed: boolean
}

/** A figure of the overview, as far as it has to be told. */
export interface OverviewFigure {
  readonly metric: Measured & { readonly collected: boolean }
  readonly applies: boolean
  readonly now: Cell | null
  readonly before: (Cell & { readonly basis: keyof typeof BEFORE_WORD }) | null
}

export interface ToldChange {
  readonly direction: 'up' | 'down' | 'same'
  /** 「增12.3%」 */
  readonly words: string
}

export interface ToldFigure {
  /** undefined where there is none; then `why` says why. */
  readonly text: FigureText | undefined
  readonly why: NoFigure | undefined
  /** 「上月同期」, and what it was then. */
  readonly against: string
  readonly was: string
  /** Absent where the two cannot be held against each other. */
  readonly change: ToldChange | undefined
}

const joined = ({ number, unit }: FigureText): string => `${number}${unit}`

export function whyNone({ metric, applies, now }: Pick<OverviewFigure, 'metric' | 'applies' | 'now'>): NoFigure | undefined {
  if (!metric.collected) return 'not-collected'
  if (!applies) return 'not-by-trade'
  if (now?.suppressed) return 'suppressed'
  return now === null || now.value === null ? 'nothing' : undefined
}

function changeOf({ metric, now, before }: OverviewFigure, isOpen: boolean): ToldChange | undefined {
  const [from, to] = [before?.value ?? null, now?.value ?? null]
  if (from === null || to === null || (isOpen && before?.basis === 'whole')) return undefined
  const { direction, size, in: told } = figureChange(metric.unit, { from, to })
  if (direction === 'same') return { direction, words: CHANGE_WORD.same }
  return { direction, words: size === undefined ? CHANGE_WORD.fromNothing : `${CHANGE_WORD[direction]}${size}${CHANGE_WORD[told]}` }
}

/** What is said of a figure wherever it is shown: the number, or why there is none, and how it has moved. */
export function toldFigure(figure: OverviewFigure, { by, isOpen }: { readonly by: PeriodKind; readonly isOpen: boolean }): ToldFigure {
  const { metric, now, before } = figure
  const why = whyNone(figure)
  const text = why === undefined && now?.value != null ? figureText(metric, now.value) : undefined
  const against = before === null ? '' : BEFORE_WORD[before.basis][by]
  const was = before === null ? '' : before.suppressed ? NO_FIGURE_WORD.suppressed : wasText(metric, before.value)
  return { text, why, against, was, change: why === undefined ? changeOf(figure, isOpen) : undefined }
}

const wasText = (metric: Measured, value: number | null): string =>
  value === null ? NO_FIGURE_WORD.nothing : joined(figureText(metric, value))
