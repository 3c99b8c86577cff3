import type { PayOrder } from '@linggong/api/contract/job.contract.ts'

/** What the code in the chat shows, for whoever does not see it. WeChat takes such a code from its scanner only, not by a long press. */
export const QR_ALT = '付款二维码。用微信「扫一扫」扫，长按识别付不了。'

/** The code is below wherever there is one; where it cannot be shown, the address is enough. */
export const wayToPay = ({ codeUrl, url }: Pick<PayOrder, 'codeUrl' | 'url'>): string =>
  `${codeUrl === null ? '点开付款' : '扫下面的码付，或点开'}：${url}`
