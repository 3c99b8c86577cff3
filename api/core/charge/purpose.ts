/** `hold`: the pay of a job, before it opens. `cover`: premiums. `due`: a bill for what is owed afterwards. */
export const CHARGE_PURPOSES = ['hold', 'cover', 'due'] as const
export type ChargePurpose = (typeof CHARGE_PURPOSES)[number]
