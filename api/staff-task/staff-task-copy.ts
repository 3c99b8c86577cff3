import type { StaffTaskKind } from '../core/staff-task/staff-task.ts'

/** What a person of the hall reads above a task. */
export const STAFF_TASK_TITLE: Readonly<Record<StaffTaskKind, string>> = {
  'pay-disputed': '扣款有争议，钱先留着',
  'bill-difference': '账单与账本不一致',
  'refund-stuck': '退款退不回去',
  'payout-look': '大额提现，先看一眼再放行',
  'payout-stuck': '提现没有结果',
  'provider-contradicts': '支付平台的说法与账本矛盾',
  appeal: '有人申诉，说不怪他，听听怎么回事',
  'hall-first': '几次说好没做到，当面或打电话说一说，说好了再放开',
  arrears: '雇主欠付工钱',
  'company-check': '企业半年核验到期',
  'flagged-line': '有人发了不该发的话（押金、收费、骗人、童工），看一眼',
}

/** What stands as the note of a task that nobody had to look at in the end. */
export const STAFF_TASK_NOTE = {
  takenBack: '本人取消了',
  lifted: '申诉成立，已撤销',
  upheld: '申诉不成立，维持',
  talkedOver: '和本人说过了，放开',
} as const
