import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const zip = promisify(gzip)

export type WebAnswer =
  | { readonly status: number; readonly page: string }
  /** Something was done; the browser looks there next. */
  | { readonly goTo: string; readonly cookie?: string }

/** A page of figures is kept by nobody and listed nowhere. */
const HEADERS = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
  vary: 'accept-encoding',
  /** Else a form of ours comes without the name of its site. */
  'referrer-policy': 'same-origin',
} as const

export async function answerWeb(request: IncomingMessage, response: ServerResponse, answer: WebAnswer): Promise<void> {
  if (response.headersSent || response.destroyed) return
  // What is left of a body nobody reads must not be taken for the next request.
  const end = request.complete ? {} : { connection: 'close' }
  if ('goTo' in answer) {
    const cookie = answer.cookie === undefined ? {} : { 'set-cookie': answer.cookie }
    response.writeHead(303, { ...HEADERS, ...end, ...cookie, location: answer.goTo }).end()
    return
  }
  const mayZip = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '')
  const body = mayZip ? await zip(answer.page) : Buffer.from(answer.page)
  const encoding = mayZip ? { 'content-encoding': 'gzip' } : {}
  const about = { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length }
  response.writeHead(answer.status, { ...HEADERS, ...end, ...encoding, ...about })
  response.end(request.method === 'HEAD' ? undefined : body)
}
