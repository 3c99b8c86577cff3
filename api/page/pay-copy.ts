import type { ChargePurpose } from '../core/charge/purpose.ts'
import type { PayPart, PayView } from './pay-view.ts'

/** Every sentence of the page to pay on. */
export const PAY_COPY = {
  amount: (yuan: string) => `${yuan}元`,
  each: (yuan: string, people: number) => `${yuan}元×${people}人`,
  job: '活号',
  trade: '工种',
  place: '地点',
  total: '合计',
  code: '付款二维码',
  /** WeChat takes such a code from its scanner only, and only from the first account that scanned it. */
  howToScan: '用微信「扫一扫」扫这个码付款。',
  onePhone: '只有一部手机？把这一页的链接发到微信里，在微信里打开就能直接付。微信里长按识别、从相册选图，微信都不让付。',
  payInApp: '微信支付',
  outside: '这个按钮只在微信里能用。在微信里打开这一页，或者扫码付。',
  notYet: '还没付。要付的话，再点一次上面的按钮。',
  noCode: '这个码画不出来。回聊天里说「人工」。',
  play: '演示：这是模拟支付，不花真钱。',
  payInPlay: '模拟付款（不花钱）',
  noNeedToScan: '演示里不用扫，点上面的按钮就行。',
  until: (clock: string, left: string) => `请在${clock}前付，还剩${left}。`,
  left: (hours: number, minutes: number) => (hours === 0 ? `${minutes}分钟` : `${hours}小时${minutes}分`),
  staysOpen: '付完不用管，这一页自己会变。',
  tryAgain: '再试一次',
  renew: '换一个新的付款码',
  back: '回到聊天',
  backByHand: '可以关掉这一页，回到聊天里。',
  safe: '钱先放着，确认完工才付给工友，没用完的原路退回。',
} as const

const ASKED: Readonly<Record<ChargePurpose, string>> = { hold: '先放工钱', cover: '给工友买保险', due: '补付工钱' }

export const payTitle = (state: PayView['state'] | 'checking', purpose: ChargePurpose): string =>
  ({
    asked: ASKED[purpose],
    checking: '时间到了，正在查',
    preparing: '付款码马上好',
    paid: '付好了',
    expired: '付款码过期了',
    withdrawn: '这一笔不用付了',
    returned: '钱退回去了',
  })[state]

export const PART: Readonly<Record<PayPart['kind'], string>> = { pay: '工钱', premium: '保险' }

export const AFTER_PAID: Readonly<Record<ChargePurpose, string>> = {
  hold: '活发出去了，群里能看到。',
  cover: '工友接了活就有保。',
  due: '工钱进了工友的钱包。',
}

export const STATE_NOTE = {
  checking: '刚才付了的话，等几秒，这一页自己会变。',
  preparing: '等几秒，这一页自己会变。',
  expired: (number: string) => `没有付，钱也没动。点下面换一个，或回聊天里发「付款${number}」。`,
  withdrawn: '活撤了，或者已经用别的办法付了。',
  returned: '原路退回：从哪里付的，就回到哪里。',
} as const
