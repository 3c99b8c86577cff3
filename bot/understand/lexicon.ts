/** A trade as the caller's reference data names it. */
export interface TradeWords {
  readonly name: string
  readonly aliases: readonly string[]
  readonly licence: string | null
}

export interface TownshipWords {
  readonly name: string
  readonly villages: readonly string[]
}

/** The county's own words, injected by the caller; everything else is the language itself. */
export interface Lexicon {
  readonly trades: readonly TradeWords[]
  readonly townships: readonly TownshipWords[]
  /** Spots of the county that need no other word to be a place. */
  readonly landmarks?: readonly string[]
}
