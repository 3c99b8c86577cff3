import type { BillRow } from '../port.ts'
import { BILL_COLUMNS } from './bill-copy.ts'
import { fenOfYuan, tableReader } from './read-table.ts'

const PAID_STATES = ['SUCCESS', 'REFUND', 'REVOKED']

/** The payments and refunds of a day's bill. */
export const readBillFile = tableReader(BILL_COLUMNS, ({ payment, state, totalYuan, refund, refundYuan }): BillRow | undefined => {
  if (!PAID_STATES.includes(state)) return undefined
  const isRefund = state !== 'SUCCESS'
  const amountFen = fenOfYuan(isRefund ? refundYuan : totalYuan)
  if (amountFen === undefined) return undefined
  return { kind: isRefund ? 'refund' : 'payment', number: isRefund ? refund : payment, payment, amountFen }
})
