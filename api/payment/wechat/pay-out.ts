import { Rsa } from 'wechatpay-axios-plugin'
import { assert } from '../../core/assert.ts'
import { PAYMENT_LIMIT } from '../../core/payment/payment-limit.ts'
import type { PayoutStanding } from '../../core/payment/payout.ts'
import type { PayoutReport } from '../../core/payment/report.ts'
import type { PaymentProvider, PayoutOrder } from '../port.ts'
import { SCENE_FACTS } from './scene-copy.ts'
import { type TransferBill, transferBill } from './shapes.ts'
import type { WechatConfig } from './wechat-config.ts'
import { isSuccess, nothingKnown, says, unknown, type Wire, type WireAnswer } from './wire.ts'

type PayingOut = Pick<PaymentProvider, 'payOut' | 'askPayout' | 'cancelPayout'>

const TRANSFERS = 'v3/fund-app/mch-transfer/transfer-bills'
/** Wages. */
const SCENE = '1005'

/** The vendor's reasons are codes such as `PAYEE_ACCOUNT_ABNORMAL`; anything else may hold a sentence about a person. */
const reasonOf = ({ fail_reason: reason = '', state }: TransferBill): string => (/^[A-Z0-9_]{1,64}$/.test(reason) ? reason : state)

function standingOf(bill: TransferBill): PayoutStanding {
  switch (bill.state) {
    case 'ACCEPTED':
      return { state: 'accepted' }
    case 'PROCESSING':
      return { state: 'processing' }
    case 'WAIT_USER_CONFIRM':
      return { state: 'waiting', packageInfo: bill.package_info ?? null }
    case 'TRANSFERING':
      return { state: 'transferring' }
    case 'SUCCESS':
      return { state: 'done' }
    case 'FAIL':
      return { state: 'failed', code: reasonOf(bill) }
    case 'CANCELING':
      return { state: 'cancelling' }
    case 'CANCELLED':
      return { state: 'cancelled', code: reasonOf(bill) }
  }
}

export const payoutProgress = (bill: TransferBill) => ({
  state: 'progress' as const,
  payout: bill.out_bill_no,
  amountFen: bill.transfer_amount ?? null,
  bill: bill.transfer_bill_no,
  standing: standingOf(bill),
})

function readBill({ mchid, appid }: WechatConfig, number: string, { data }: WireAnswer): PayoutReport {
  const read = transferBill.safeParse(data)
  if (!read.success) return unknown('unreadable')
  const { mch_id = mchid, appid: app = appid, out_bill_no } = read.data
  return mch_id === mchid && app === appid && out_bill_no === number ? payoutProgress(read.data) : unknown('not-ours')
}

function orderOf({ appid, notifyUrl, platformKeys }: WechatConfig, order: PayoutOrder) {
  const [[keyId, key] = []] = platformKeys
  assert(keyId !== undefined && key !== undefined, 'there is a key to encrypt with')
  const named = order.amountFen >= PAYMENT_LIMIT.nameFromFen
  assert(!named || order.name !== undefined, 'a large payout names its payee')
  const body = {
    appid,
    out_bill_no: order.number,
    transfer_scene_id: SCENE,
    openid: order.payee,
    ...(named && order.name !== undefined ? { user_name: Rsa.encrypt(order.name, key.export({ type: 'spki', format: 'pem' })) } : {}),
    transfer_amount: order.amountFen,
    transfer_remark: order.remark,
    notify_url: notifyUrl(),
    transfer_scene_report_infos: [
      { info_type: SCENE_FACTS.jobType, info_content: order.jobType },
      { info_type: SCENE_FACTS.payNote, info_content: order.payNote },
    ],
  }
  return { body, headers: { 'Wechatpay-Serial': keyId } }
}

export const createPayingOut = (config: WechatConfig, wire: Wire): PayingOut => ({
  async payOut(order) {
    const answer = await wire({ method: 'POST', path: TRANSFERS, ...orderOf(config, order) })
    return isSuccess(answer) ? readBill(config, order.number, answer) : nothingKnown(answer)
  },
  async askPayout(number) {
    const answer = await wire({ method: 'GET', path: `${TRANSFERS}/out-bill-no/${number}` })
    if (says(answer, 404, ['NOT_FOUND'])) return { state: 'absent' }
    return isSuccess(answer) ? readBill(config, number, answer) : nothingKnown(answer)
  },
  async cancelPayout(number) {
    const answer = await wire({ method: 'POST', path: `${TRANSFERS}/out-bill-no/${number}/cancel`, body: {} })
    return isSuccess(answer) ? readBill(config, number, answer) : nothingKnown(answer)
  },
})
