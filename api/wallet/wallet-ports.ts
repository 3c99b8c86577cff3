import type { Charge } from '../core/charge/charge.ts'
import type { Fen } from '../core/money.ts'
import type { JobMoney } from '../job/job-money.ts'
import type { Ledger } from './ledger.ts'
import type { Withholding } from './withhold-tax.ts'

export interface AskedRefund {
  /** The same key is the same refund for ever. */
  readonly key: string
  /** The key of the payment that it gives back, wholly or in part. */
  readonly of: string
  readonly amountFen: Fen
}

/** What following the money needs of the other rooms. Everything here may be said again. */
export interface WalletPorts {
  readonly ledger: Pick<Ledger, 'append' | 'entryOf' | 'amountOf'>
  readonly chargeOf: (key: string) => Promise<Charge | undefined>
  /** Nobody wants it any more; gives the charge as it then is, paid where it had been paid. */
  readonly withdrawCharge: (key: string) => Promise<Charge | undefined>
  /** Resolves when the provider has been told, not when the money has arrived. */
  readonly refund: (asked: AskedRefund) => Promise<void>
  readonly jobMoney: JobMoney
  readonly withholding: Withholding
}
