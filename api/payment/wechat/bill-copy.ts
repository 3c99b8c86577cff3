/** The columns of the vendor's day bill that are compared, by the vendor's own headings. */
export const BILL_COLUMNS = {
  payment: '商户订单号',
  state: '交易状态',
  totalYuan: '订单金额',
  refund: '商户退款单号',
  refundYuan: '申请退款金额',
} as const

/** Those of the bill of an account. Which of its numbers is ours depends on what moved, and the vendor does not say how. */
export const FLOW_COLUMNS = {
  business: '微信支付业务单号',
  flow: '资金流水单号',
  direction: '收支类型',
  yuan: '收支金额(元)',
  voucher: '业务凭证号',
} as const

export const FLOW_DIRECTIONS = { 收入: 'in', 支出: 'out' } as const
