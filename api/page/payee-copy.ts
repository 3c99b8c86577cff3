/** Every sentence of the page on which somebody names the account that his payouts go to. */
export const PAYEE_COPY = {
  title: '绑定收款微信',
  forWhom: (name: string) => `${name}的钱包`,
  ask: '点下面的按钮，以后提现的钱就进你现在用的这个微信。',
  own: '请用自己的微信。别人发来的这个链接，不要点。',
  change: (hours: number) => `你已经绑过一个微信。换了以后，${hours}小时后才能提现。`,
  button: '就用我这个微信收钱',
  back: '回到聊天',
  backByHand: '可以关掉这一页，回到聊天里。',
} as const

/** What came of it. */
export const PAYEE_OUTCOME = {
  bound: { title: '绑好了', words: '回聊天里发「提现」，钱就能到这个微信。' },
  changed: { title: '换好了', words: '为了安全，过一天才能提现。不是你换的，马上在聊天里发「人工」。' },
  'in-use': { title: '没有绑上', words: '这个微信已经绑给别人收钱了。要用自己的微信，有事在聊天里发「人工」。' },
  failed: { title: '没有绑上', words: '微信没有回应。回聊天里再发「绑定收款微信」，拿新的链接再试。' },
  gone: { title: '链接过期了', words: '链接10分钟有效，只能用一次。回聊天里再发「绑定收款微信」。' },
} as const
