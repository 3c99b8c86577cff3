/** What a line said that must not stand in a market: money asked of workers, a lure, work for children. */
export const FLAG_SIGNS = ['deposit', 'fee', 'fraud', 'under-age'] as const
export type FlagSign = (typeof FLAG_SIGNS)[number]
