import { PAYMENT_LIMIT } from '@linggong/api/core/payment/payment-limit.ts'
import type { PayoutFailure } from '@linggong/api/core/payment/payout-failure.ts'
import { lines, yuan } from '../format.ts'
import { OWN_NOTICE_COPY } from '../notice-copy.ts'
import type { Nothing } from './about.ts'

interface Amount {
  readonly amountFen: number
}

export const PAYING_OUT = {
  askPayout: ({ amountFen, isAll }: Amount & { isAll: boolean }) =>
    lines(`把${isAll ? '钱包里的' : ''}${yuan(amountFen)}提到你的微信？`, '对就回「确认」，少提点回数字，不提回「算了」。'),
  unclearPayout: ({ balanceFen }: { balanceFen: number }) =>
    `提多少没听清，钱包里有${yuan(balanceFen)}。全提回「提现」，少提回「提现100」。`,
  tooLittleToPayOut: ({ balanceFen }: { balanceFen: number }) =>
    `钱包里有${yuan(balanceFen)}，满${yuan(PAYMENT_LIMIT.leastPayoutFen)}才能提。`,
  payoutToConfirm: ({ amountFen, url }: Amount & { url: string }) =>
    lines(`提现${yuan(amountFen)}，还差一步，点开确认收款：`, url, '24小时不点，钱自动回到钱包。'),
  payoutOpen: ({ amountFen, url }: Amount & { url: string }) =>
    lines(`有一笔提现${yuan(amountFen)}等你确认，点开：`, url, '不要了回「取消提现」。'),
  payoutHeld: ({ amountFen }: Amount) =>
    lines(`提现${yuan(amountFen)}收到了。钱多，大厅先看一眼再发。`, '一般当天办好，办好了告诉你。', '急用回「取消提现」，再少提一点。'),
  payoutUnderWay: ({ amountFen }: Amount) => `提现${yuan(amountFen)}正在办，到账了告诉你。`,
  payoutArrived: ({ amountFen }: Amount) => `提现${yuan(amountFen)}到账了，在你的微信零钱里。`,
  payoutFailed: ({ amountFen, failure }: Amount & { failure: PayoutFailure }) =>
    OWN_NOTICE_COPY[`payout-${failure}`]({ id: '', kind: `payout-${failure}`, to: { contact: '' }, over: false, amountFen }),
  noPayoutOpen: (_: Nothing) => '没有正在办的提现。要提回「提现」。',
  askTakeBack: ({ amountFen }: Amount) => lines(`要取消提现${yuan(amountFen)}，退回钱包？`, '真要取消回「确认」，不取消回「算了」。'),
  takenBack: ({ amountFen }: Amount) => `提现${yuan(amountFen)}取消了，钱回到你的钱包。`,
  bindPayee: ({ url, isFirst }: { url: string; isFirst: boolean }) =>
    lines(
      isFirst ? '先绑定收钱的微信，用手机微信点开：' : '换收钱的微信，用手机微信点开：',
      url,
      '链接10分钟有效，只能用一次，别给别人。',
      isFirst ? '绑好再回「提现」。' : `换了以后，${PAYMENT_LIMIT.newPayeeHours}小时后才能提现。`,
    ),
}
