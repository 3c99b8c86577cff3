/** The columns of the vendor's day bill that are compared, by the vendor's own headings. */
export const BILL_COLUMNS = {
  payment: '商户订单号',
  state: '交易状态',
  totalYuan: '订单金额',
  refund: '商户退款单号',
  refundYuan: '申请退款金额',
} as const
