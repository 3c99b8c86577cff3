import { constants, privateDecrypt } from 'node:crypto'
import { z } from 'zod'
import type { Office, Transfer } from './books.ts'
import { type Asked, fail, isLocal, type Said, say } from './desk.ts'

const info = z.object({ info_type: z.string().min(1).max(15), info_content: z.string().min(1).max(32) })

const transfer = z.object({
  appid: z.string(),
  out_bill_no: z.string().regex(/^[0-9A-Za-z]{1,32}$/),
  transfer_scene_id: z.literal('1005'),
  openid: z.string().min(1),
  user_name: z.string().optional(),
  transfer_amount: z.int().min(1),
  transfer_remark: z.string().min(1).max(32),
  notify_url: z.string().refine(isLocal),
  transfer_scene_report_infos: z.array(info).length(2),
})
type Wanted = z.output<typeof transfer>

const NAME_FROM_FEN = 200_000
const CONFIRM_WITHIN_HOURS = 24

/** The name is there when it has to be, and was encrypted for us. */
function isNamed({ keys }: Office, { user_name, transfer_amount }: Wanted, serial: unknown): boolean {
  if (user_name === undefined) return transfer_amount < NAME_FROM_FEN
  if (serial !== keys.platformSerial) return false
  try {
    const key = { key: keys.platformKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
    return privateDecrypt(key, Buffer.from(user_name, 'base64')).length > 0
  } catch {
    return false
  }
}

const packageOf = ({ baseUrl }: Office, { number }: Transfer): string => `${baseUrl}sandbox/payout/${number}`

const ordered = (office: Office, row: Transfer): Said =>
  say({
    out_bill_no: row.number,
    transfer_bill_no: row.bill,
    create_time: row.createdAt.toString(),
    state: row.state,
    ...(row.state === 'WAIT_USER_CONFIRM' ? { package_info: packageOf(office, row) } : {}),
  })

const billOf = ({ keys }: Office, row: Transfer, lieFen = 0): object => ({
  mch_id: keys.mchid,
  appid: keys.appid,
  out_bill_no: row.number,
  transfer_bill_no: row.bill,
  state: row.state,
  transfer_amount: row.amountFen + lieFen,
  transfer_remark: row.remark,
  openid: row.openid,
  ...(row.reason === undefined ? {} : { fail_reason: row.reason }),
})

/** The encrypted name is another text each time. */
const termsOf = ({ user_name, ...rest }: Wanted): string => JSON.stringify(rest)

/** The same for ever, so that a sandbox which was started anew still knows the number of a transfer that it forgot. */
const billNumber = (number: string): string => `13${number}`

export function openTransfer(office: Office, { body, headers }: Asked): Said {
  const read = transfer.safeParse(body)
  if (!read.success || read.data.appid !== office.keys.appid) return fail(400, 'PARAM_ERROR')
  if (!isNamed(office, read.data, headers['wechatpay-serial'])) return fail(400, 'PARAM_ERROR')
  const { out_bill_no: number, openid, transfer_amount: amountFen, transfer_remark: remark, notify_url: notifyUrl } = read.data
  const terms = termsOf(read.data)
  const known = office.transfers.get(number)
  if (known !== undefined) return known.terms === terms ? ordered(office, known) : fail(400, 'ALREADY_EXISTS')
  const row: Transfer = {
    ...{ number, openid, amountFen, remark, terms, notifyUrl, bill: billNumber(number), createdAt: office.clock.now() },
    ...{ state: 'WAIT_USER_CONFIRM', reason: undefined, endedAt: undefined },
  }
  office.transfers.set(number, row)
  const said = ordered(office, row)
  if (office.mischief.atOnce) endTransfer(office, number, { state: 'SUCCESS' })
  return said
}

/** Of what was ordered before a restart nobody will confirm anything: it is over, and the money stayed. */
const forgotten = ({ keys }: Office, number: string): Said =>
  say({
    ...{ mch_id: keys.mchid, appid: keys.appid, out_bill_no: number, transfer_bill_no: billNumber(number) },
    ...{ state: 'CANCELLED', fail_reason: 'MCH_CANCEL' },
  })

export function showTransfer(office: Office, { number }: Asked): Said {
  const row = office.transfers.get(number)
  if (row === undefined) return office.believes ? forgotten(office, number) : fail(404, 'NOT_FOUND')
  if (row.state === 'CANCELING') endTransfer(office, number, { state: 'CANCELLED' })
  const isOver = Temporal.Instant.compare(office.clock.now(), row.createdAt.add({ hours: CONFIRM_WITHIN_HOURS })) >= 0
  if (row.state === 'WAIT_USER_CONFIRM' && isOver) endTransfer(office, number, { state: 'FAIL', reason: 'OVERDUE_CLOSE' })
  return say(billOf(office, row))
}

export function cancelTransfer(office: Office, { number }: Asked): Said {
  const row = office.transfers.get(number)
  if (row === undefined) return fail(404, 'NOT_FOUND')
  if (row.state === 'WAIT_USER_CONFIRM') row.state = 'CANCELING'
  if (row.state !== 'CANCELING' && row.state !== 'CANCELLED') return fail(400, 'INVALID_REQUEST')
  return say({ out_bill_no: number, transfer_bill_no: row.bill, state: row.state })
}

interface TransferEnd {
  readonly state: 'SUCCESS' | 'FAIL' | 'CANCELLED'
  readonly reason?: string
}

/** What the payee's thumb, a bank or the clock does. False when it has ended already. */
export function endTransfer(office: Office, number: string, { state, reason }: TransferEnd): boolean {
  const row = office.transfers.get(number)
  if (row === undefined || (row.state !== 'WAIT_USER_CONFIRM' && row.state !== 'CANCELING')) return false
  row.state = state
  row.reason = reason
  row.endedAt = office.clock.now()
  const content = billOf(office, row, office.mischief.lieFen)
  office.notices.add({ url: row.notifyUrl, event: 'MCHTRANSFER.BILL.FINISHED', type: 'mch_payment', content })
  return true
}
