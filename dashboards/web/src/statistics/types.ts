import type { Overview } from '@linggong/api/contract/overview.contract.ts'
import type { StatisticsAnswer } from '@linggong/api/contract/statistics.contract.ts'

export type Figure = Overview['figures'][number]
export type Row = StatisticsAnswer['rows'][number]

/** What the server puts into the page for one who may see the figures. */
export interface Figures {
  readonly kind: 'figures'
  readonly viewer: 'staff' | 'token'
  readonly county: { readonly code: string; readonly name: string }
  readonly isWholeCounty: boolean
  readonly townships: readonly string[]
  readonly trades: readonly string[]
  readonly tiles: readonly string[]
  readonly overview: Overview
}

export type Given = Figures | { readonly kind: 'sign-in'; readonly wasWrong: boolean }
