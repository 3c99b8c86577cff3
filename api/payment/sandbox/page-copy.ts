/** What the sandbox's two pages say. */
export const PAGE_COPY = {
  payTitle: '模拟支付（不是真钱）',
  payButton: '付款',
  confirmTitle: '模拟收款（不是真钱）',
  confirmButton: '确认收款',
  yuan: '元',
  done: '好了，可以回到聊天里了。',
  over: '这一笔已经结束，不用再点。',
  missing: '没有这一笔。',
} as const
