import { downloadBill, openBill } from './bill-desk.ts'
import type { Office } from './books.ts'
import { type Asked, fail, type Handler, type Said } from './desk.ts'
import { openFlow } from './flow-desk.ts'
import { closeOrder, openWith, showOrder } from './pay-in-desk.ts'
import { openRefund, showRefund } from './refund-desk.ts'
import { cancelTransfer, openTransfer, showTransfer } from './transfer-desk.ts'

const ROUTES: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  ['POST', /^\/v3\/pay\/transactions\/native$/, openWith('native')],
  ['POST', /^\/v3\/pay\/transactions\/jsapi$/, openWith('jsapi')],
  ['GET', /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/, showOrder],
  ['POST', /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)\/close$/, closeOrder],
  ['POST', /^\/v3\/refund\/domestic\/refunds$/, openRefund],
  ['GET', /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/, showRefund],
  ['POST', /^\/v3\/fund-app\/mch-transfer\/transfer-bills$/, openTransfer],
  ['GET', /^\/v3\/fund-app\/mch-transfer\/transfer-bills\/out-bill-no\/([^/]+)$/, showTransfer],
  ['POST', /^\/v3\/fund-app\/mch-transfer\/transfer-bills\/out-bill-no\/([^/]+)\/cancel$/, cancelTransfer],
  ['GET', /^\/v3\/bill\/tradebill$/, openBill],
  ['GET', /^\/v3\/bill\/fundflowbill$/, openFlow],
  ['GET', /^\/v3\/billdownload\/file$/, downloadBill],
]

interface Request extends Omit<Asked, 'number'> {
  readonly method: string
  /** With a leading slash. */
  readonly path: string
}

/** What the desk behind an address says, whoever may ask it. */
export function askDesk(office: Office, { method, path, ...asked }: Request): Said {
  for (const [own, pattern, handler] of ROUTES) {
    const match = method === own ? pattern.exec(path) : null
    if (match !== null) return handler(office, { ...asked, number: match[1] ?? '' })
  }
  return fail(404, 'RESOURCE_NOT_EXISTS')
}
