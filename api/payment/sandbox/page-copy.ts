/** What the sandbox's two pages say. */
export const PAGE_COPY = {
  play: '演示：这是模拟支付，不花真钱。',
  payTitle: '模拟付款',
  payButton: '付款',
  confirmTitle: '模拟收款',
  confirmButton: '确认收款',
  amount: (yuan: string) => `${yuan}元`,
  done: '好了，可以回到聊天里了。',
  over: '这一笔已经结束，不用再点。',
  loginTitle: '模拟微信登录',
  login: '真的微信里不用点：它知道拿手机的是谁。这里一点就算是你的微信。',
  loginButton: '就用这个微信',
  missing: '没有这一笔。',
  forgotten: '模拟支付重启过就不记得以前的了。回聊天里再要一个付款码。',
} as const
