import type { EntryKind } from './entry.ts'

/** What an entry is called, in chat and on a page; the word says which way the money went, so no sign is needed. */
export const ENTRY_COPY = {
  pay: '收工钱',
  hold: '放工钱',
  cover: '放保险费',
  due: '补工钱',
  compensate: '撤单补偿',
  cash: '现金',
  surplus: '多付退回',
  return: '退回',
  'refund-done': '退款到账',
  premium: '付保险费',
  'premium-return': '退保险费',
  payout: '提现',
  'payout-done': '提现到账',
  'payout-back': '提现没成，退回',
} as const satisfies Record<EntryKind, string>
