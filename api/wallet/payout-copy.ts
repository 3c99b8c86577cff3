/** What the provider is told of a payout, and the payee reads on its page. */
export const PAYOUT_COPY = { remark: '零工工钱提现', jobType: '零工', payNote: '零工工钱' } as const
