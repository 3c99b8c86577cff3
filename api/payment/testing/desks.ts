import type { Clock } from '../../core/clock.ts'
import type { PaymentProvider, RawNotification } from '../port.ts'
import { askDesk } from '../sandbox/ask-desk.ts'
import type { Books, Office } from '../sandbox/books.ts'
import { fail, type Said } from '../sandbox/desk.ts'
import { type Mischief, takes } from '../sandbox/mischief.ts'
import type { Notice, Notices } from '../sandbox/notices.ts'
import { configOf, type Hands, handsOf, openOffice } from '../sandbox/office.ts'
import type { SandboxKeys } from '../sandbox/sandbox-keys.ts'
import { createWechatProvider } from '../wechat/wechat-provider.ts'
import type { Wire, WireAnswer } from '../wechat/wire.ts'

const BASE = 'http://127.0.0.1/'

function answerOf({ status, data, file }: Said): WireAnswer {
  const code = data !== undefined && 'code' in data && typeof data.code === 'string' ? data.code : `HTTP_${status}`
  return { state: 'answer', status, data: file === undefined ? data : Buffer.from(file), code }
}

/** Goes astray as answers do on the way from the sandbox's server. */
function deskWire(office: Office): Wire {
  const { mischief } = office
  return async ({ method, path, query, body, headers = {} }) => {
    const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    const said = askDesk(office, { method, path: `/${path}`, query: new URLSearchParams(query), body, headers: lowered })
    const isOrder = method === 'POST' && said.status < 300
    if (isOrder && takes(mischief, 'swallowAnswers')) return { state: 'unknown', code: 'no-answer' }
    if (takes(mischief, 'spoilAnswers')) return { state: 'unknown', code: 'unverified' }
    return answerOf(isOrder && takes(mischief, 'breakAnswers') ? fail(500, 'SYSTEM_ERROR') : said)
  }
}

/** The sandbox without a server: the same books and desks behind the same adapter, some hundred times as fast. */
export interface Desks extends Books, Hands {
  readonly provider: PaymentProvider
  readonly mischief: Mischief
  readonly notices: Notices
  /** A callback as it would come over the wire. */
  raw(notice: Notice): RawNotification
}

export function openDesks({ clock, keys }: { readonly clock: Clock; readonly keys: SandboxKeys }): Desks {
  const office = openOffice({ clock, keys, retryMs: [] })
  office.baseUrl = BASE
  const { orders, refunds, transfers, bills, mischief, notices } = office
  return {
    ...{ orders, refunds, transfers, bills, mischief, notices },
    ...handsOf(office),
    provider: createWechatProvider(
      configOf(office, () => `${BASE}heard`),
      deskWire(office),
    ),
    raw: (notice) => ({ headers: notices.sign(notice), body: Buffer.from(notice.body) }),
  }
}
