import type { Overview } from '@linggong/api/contract/overview.contract.ts'
import type { Figure, Figures } from './types.ts'
import type { View } from './view.ts'

/** What every part of the page is given. */
export interface Page {
  readonly given: Figures
  readonly view: View
  readonly overview: Overview
  /** Looks at something else; the address follows. */
  readonly look: (change: Partial<View>) => void
}

export const figureOf = ({ overview }: Pick<Page, 'overview'>, id: string): Figure | undefined =>
  overview.figures.find(({ metric }) => metric.id === id)

/** The days of the period and the place looked at, as a question for the API. */
export const questionOf = ({ view, overview }: Page, metric: string, breakdown: string) => ({
  ...{ metric, breakdown, bucket: overview.period.by, from: overview.period.from, to: overview.period.to },
  ...{ region: view.region, trade: view.trade },
})
