import type { PaymentProvider } from '../port.ts'
import { createBills } from './bill.ts'
import { createPayIn } from './pay-in.ts'
import { createPayingOut } from './pay-out.ts'
import { readNotification } from './read-notification.ts'
import { createRefunding } from './refund.ts'
import type { WechatConfig } from './wechat-config.ts'
import { createWire, type Wire } from './wire.ts'

/** WeChat Pay, or whatever speaks its wire at `baseUrl`. */
export function createWechatProvider(config: WechatConfig, wire: Wire = createWire(config)): PaymentProvider {
  return {
    ...createPayIn(config, wire),
    ...createRefunding(config, wire),
    ...createPayingOut(config, wire),
    ...createBills(config, wire),
    readNotification: (raw, now) => readNotification(config, raw, now),
  }
}
