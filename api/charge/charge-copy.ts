import type { ChargePurpose } from '../core/charge/purpose.ts'

/** What the payer reads in his own payment app. */
export const CHARGE_COPY: Readonly<Record<ChargePurpose, string>> = {
  hold: '放工钱',
  cover: '工友保险费',
  due: '补付工钱',
}
