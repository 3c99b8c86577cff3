import type { PayoutFailure } from '../core/payment/payout-failure.ts'

/** Every sentence of the page on which a payout is confirmed. */
export const PAYOUT_COPY = {
  amount: (yuan: string) => `${yuan}元`,
  titles: {
    held: '大厅先看一眼',
    sending: '正在办提现',
    waiting: '确认收款',
    paying: '微信正在打款',
    cancelling: '正在取消',
    done: '到账了',
    failed: '没有办成',
  },
  takenBackTitle: '取消了',
  held: '钱多，大厅先核对一下再发，一般当天办好，办好了在聊天里告诉你。',
  sending: '等几秒，这一页自己会变。',
  waiting: '点下面的按钮，在微信里点「确认收款」，钱就进你的微信零钱。',
  waitingInPlay: '演示：点下面的按钮，到模拟的微信里确认收款，不是真钱。',
  confirm: '去微信确认收款',
  until: (moment: string) => `请在${moment}前确认，过了钱自动回到钱包。`,
  takeBack: '不提了，退回钱包',
  paying: '马上就好，这一页自己会变。',
  cancelling: '等几秒，钱就回到你的钱包。',
  done: '在你的微信零钱里，打开微信就能看到。',
  failed: '钱回到你的钱包了，一分没少。',
  outside: '这一步要在手机微信里做：在微信里打开这个链接。',
  tooOld: '你的微信版本太旧，更新微信再点一次。',
  notYet: '还没有确认。再点一次，在微信里点「确认收款」。',
  tooLate: '已经打款了，取消不了。',
  missingTitle: '链接过期了',
  missing: '回聊天里发「提现」，会给你一个新的链接。',
  backByHand: '可以关掉这一页，回到聊天里。',
  back: '回到聊天',
} as const

export const FAILURE_NOTE: Readonly<Record<PayoutFailure, string>> = {
  expired: '过了24小时没有确认。还要就在聊天里再发「提现」。',
  'taken-back': '要提再提一次就行。',
  declined: '大厅没有放行。想问为什么，在聊天里发「人工」。',
  'name-differs': '登记的名字和微信实名对不上。在聊天里发「绑定收款微信」换成自己的微信。',
  'account-limited': '你的微信现在收不了款，在微信「服务-钱包」里看看要不要实名。',
  'too-much': '超过微信收款的限额，明天再提或者少提一点。',
  'payee-changed': '中间换了收款微信，没有发出去。不是你换的，马上在聊天里发「人工」。',
  failed: '微信没有办成，过一会儿再提。还不行就在聊天里发「人工」。',
}
