import { createHash } from 'node:crypto'
import type { UnknownOutcome } from '../../core/payment/report.ts'
import type { FlowRow, NoBill, PaymentProvider } from '../port.ts'
import { readBillFile } from './read-bill.ts'
import { readFlowFile } from './read-flow.ts'
import { billAnswer } from './shapes.ts'
import type { WechatConfig } from './wechat-config.ts'
import { isSuccess, nothingKnown, says, unknown, type Wire, type WireAnswer } from './wire.ts'

const FILES = '/v3/billdownload/file'
const [TRADES, FLOWS] = ['v3/bill/tradebill', 'v3/bill/fundflowbill']

type Rows<Row> = { readonly state: 'rows'; readonly rows: readonly Row[] }
type Reader<Row> = (file: Uint8Array) => readonly Row[] | undefined

/** The file lies at the same server; its hash came in the signed answer, so the file needs no signature. */
async function download<Row>(wire: Wire, { data }: WireAnswer, read: Reader<Row>): Promise<Rows<Row> | UnknownOutcome> {
  const answer = billAnswer.safeParse(data)
  if (!answer.success || !URL.canParse(answer.data.download_url)) return unknown('unreadable')
  const { pathname, searchParams } = new URL(answer.data.download_url)
  if (pathname !== FILES) return unknown('unreadable')
  const file = await wire({ method: 'GET', path: FILES.slice(1), query: Object.fromEntries(searchParams), file: true })
  if (!isSuccess(file)) return nothingKnown(file)
  if (!Buffer.isBuffer(file.data)) return unknown('unreadable')
  if (createHash('sha1').update(file.data).digest('hex') !== answer.data.hash_value.toLowerCase()) return unknown('unverified')
  const rows = read(file.data)
  return rows === undefined ? unknown('unreadable') : { state: 'rows', rows }
}

interface Asked {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

async function fetchRows<Row>(wire: Wire, asked: Asked, read: Reader<Row>): Promise<Rows<Row> | NoBill> {
  const answer = await wire({ method: 'GET', ...asked })
  if (says(answer, 400, ['STATEMENT_CREATING'])) return { state: 'later' }
  if (says(answer, 400, ['NO_STATEMENT_EXIST'])) return { state: 'rows', rows: [] }
  return isSuccess(answer) ? await download(wire, answer, read) : nothingKnown(answer)
}

/** Transfers leave from the operating account where the merchant has one, which not every one has: what is refused there is no bill. */
async function operatingRows(wire: Wire, day: string): Promise<Rows<FlowRow> | NoBill> {
  const query = { bill_date: day, account_type: 'OPERATION' }
  const answer = await wire({ method: 'GET', path: FLOWS, query })
  const hasNone = answer.state === 'answer' && [400, 403, 404].includes(answer.status) && answer.code !== 'STATEMENT_CREATING'
  return hasNone ? { state: 'rows', rows: [] } : await fetchRows(wire, { path: FLOWS, query }, readFlowFile)
}

export function createBills({ billsFrom }: WechatConfig, wire: Wire): Pick<PaymentProvider, 'bill' | 'flow'> {
  const isForgotten = (day: Temporal.PlainDate): boolean => billsFrom !== undefined && Temporal.PlainDate.compare(day, billsFrom) < 0
  return {
    async bill(day) {
      if (isForgotten(day)) return { state: 'forgotten' }
      const bill = await fetchRows(wire, { path: TRADES, query: { bill_date: day.toString(), bill_type: 'ALL' } }, readBillFile)
      return bill.state === 'rows' ? { state: 'bill', rows: bill.rows } : bill
    },
    async flow(day) {
      if (isForgotten(day)) return { state: 'forgotten' }
      const basic = await fetchRows(wire, { path: FLOWS, query: { bill_date: day.toString(), account_type: 'BASIC' } }, readFlowFile)
      if (basic.state !== 'rows') return basic
      const operating = await operatingRows(wire, day.toString())
      return operating.state === 'rows' ? { state: 'flow', rows: [...basic.rows, ...operating.rows] } : operating
    },
  }
}
