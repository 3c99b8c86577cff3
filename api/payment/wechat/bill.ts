import { createHash } from 'node:crypto'
import type { Bill, PaymentProvider } from '../port.ts'
import { readBillFile } from './read-bill.ts'
import { billAnswer } from './shapes.ts'
import { isSuccess, nothingKnown, says, unknown, type Wire, type WireAnswer } from './wire.ts'

const FILES = '/v3/billdownload/file'

/** The file lies at the same server; its hash came in the signed answer, so the file needs no signature. */
async function download(wire: Wire, { data }: WireAnswer): Promise<Bill> {
  const read = billAnswer.safeParse(data)
  if (!read.success || !URL.canParse(read.data.download_url)) return unknown('unreadable')
  const { pathname, searchParams } = new URL(read.data.download_url)
  if (pathname !== FILES) return unknown('unreadable')
  const file = await wire({ method: 'GET', path: FILES.slice(1), query: Object.fromEntries(searchParams), file: true })
  if (!isSuccess(file)) return nothingKnown(file)
  if (!Buffer.isBuffer(file.data)) return unknown('unreadable')
  if (createHash('sha1').update(file.data).digest('hex') !== read.data.hash_value.toLowerCase()) return unknown('unverified')
  const rows = readBillFile(file.data)
  return rows === undefined ? unknown('unreadable') : { state: 'bill', rows }
}

export const createBill = (wire: Wire): Pick<PaymentProvider, 'bill'> => ({
  async bill(day) {
    const answer = await wire({ method: 'GET', path: 'v3/bill/tradebill', query: { bill_date: day.toString(), bill_type: 'ALL' } })
    if (says(answer, 400, ['STATEMENT_CREATING'])) return { state: 'later' }
    if (says(answer, 400, ['NO_STATEMENT_EXIST'])) return { state: 'bill', rows: [] }
    return isSuccess(answer) ? await download(wire, answer) : nothingKnown(answer)
  },
})
